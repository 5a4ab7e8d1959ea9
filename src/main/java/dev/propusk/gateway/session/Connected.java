package dev.propusk.gateway.session;

import java.time.Instant;

/**
 * What a report says of where its device is.
 *
 * @param since when its session began
 * @param isNew whether nothing was known of that session
 */
record Connected(Instant since, boolean isNew) {}
