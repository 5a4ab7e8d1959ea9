package dev.propusk.statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How many tokens of a kind were activated in a quarter of an hour: the finest time by which zones differ.
 *
 * @param quarter its beginning
 */
record Activations(Instant quarter, ReportedKind kind, int count) {
    ZonedDateTime in(ZoneId zone) {
        return quarter.atZone(zone);
    }
}
