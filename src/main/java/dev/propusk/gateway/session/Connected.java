package dev.propusk.gateway.session;

import java.time.Instant;

/**
 * What a report says of its device: where it is, and how much it has moved.
 *
 * @param since when its session began
 * @param isNew whether nothing was known of that session
 * @param passed how many bytes more have passed than was known
 */
record Connected(Instant since, boolean isNew, long passed) {}
