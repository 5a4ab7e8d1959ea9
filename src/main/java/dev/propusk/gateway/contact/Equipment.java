package dev.propusk.gateway.contact;

import java.time.Instant;

/**
 * Equipment of a gateway, as its reports name it; what it does not say is empty.
 *
 * @param source where its packets come from
 * @param address its NAS-IP-Address or NAS-IPv6-Address
 * @param identifier its NAS-Identifier
 * @param heardAt when it last reported, to the minute
 */
public record Equipment(String source, String address, String identifier, Instant heardAt) {}
