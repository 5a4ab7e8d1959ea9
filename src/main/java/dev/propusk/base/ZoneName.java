package dev.propusk.base;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A time zone as people read it, everywhere alike: its name in the IANA database, with its distance from UTC where that is
 * the same all year: {@code Europe/Moscow, UTC+3}.
 */
public final class ZoneName {
    private ZoneName() {}

    public static String of(ZoneId zone) {
        boolean changes = !zone.getRules().getTransitionRules().isEmpty();
        String distance = distance(zone.getRules().getOffset(Instant.MAX));
        return changes || distance.equals(zone.getId()) ? zone.getId() : zone.getId() + ", " + distance;
    }

    /** {@code UTC+3}, {@code UTC-3:30}; zero is {@code UTC}. */
    public static String distance(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + offset.getId().replaceFirst("([+-])0", "$1").replace(":00", "");
    }
}
