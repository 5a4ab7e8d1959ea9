package dev.propusk.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A contract's statistics for a period, in its own time zone.
 *
 * @param days each day of the period, the earliest first
 * @param hours activations by the hour of the day they fell in, 24 of them
 * @param unused the days on record; the record may have begun within the period
 * @param recordedSince when the record of unused tokens began; null: it is about to
 * @param unusedNow unused tokens at this moment
 * @param devicesNow devices with a live token at this moment, at most {@link #MOST_DEVICES}
 * @param onlineNow devices that the gateways say are online; empty where they have never said anything
 */
public record Report(
        Period period,
        ZoneId zone,
        List<DayActivations> days,
        List<Integer> hours,
        List<UnusedOfDay> unused,
        @Nullable LocalDate recordedSince,
        int unusedNow,
        int devicesNow,
        OptionalInt onlineNow) {
    /** Nobody counts further. */
    public static final int MOST_DEVICES = 10_000;

    public int total() {
        return days.stream().mapToInt(DayActivations::total).sum();
    }

    public int of(ReportedKind kind) {
        return days.stream().mapToInt(day -> day.of(kind)).sum();
    }

    public int today() {
        return days.getLast().total();
    }

    /** The day with most activations, the latest of several; empty where there was none in the period. */
    public Optional<DayActivations> busiest() {
        return days.stream()
                .filter(day -> day.total() > 0)
                .max(Comparator.comparingInt(DayActivations::total).thenComparing(DayActivations::day));
    }
}
