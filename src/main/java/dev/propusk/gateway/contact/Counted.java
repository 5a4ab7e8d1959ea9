package dev.propusk.gateway.contact;

import java.time.Instant;

/**
 * What a gateway sent with one outcome.
 *
 * @param last when the last one came
 * @param sender where that came from
 * @param aMinute how many came within the last whole minute
 * @param today within the provider's day
 */
public record Counted(Contact contact, Instant last, Sender sender, int aMinute, int today, int yesterday) {}
