package dev.propusk.statistics;

import java.time.LocalDate;
import java.util.Map;

/**
 * A day's activations.
 *
 * @param byKind without the kinds of which there was none
 */
public record DayActivations(LocalDate day, Map<ReportedKind, Integer> byKind) {
    public int of(ReportedKind kind) {
        return byKind.getOrDefault(kind, 0);
    }

    public int total() {
        return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }
}
