package dev.propusk.operation;

import dev.propusk.work.JobReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the installation fares.
 *
 * @param at when it was asked
 * @param version {@code 1.0.0}
 * @param java {@code 25.0.1}
 * @param databaseSize in bytes, about
 * @param diskFree of the data directory's disk, in bytes
 * @param diskTotal of the data directory's disk, in bytes
 * @param clockOffset between this node's clock and the database's, without its sign
 * @param jobs of this node
 * @param figures by the metrics' names; NaN: not known
 */
public record SystemReport(
        Instant at,
        String version,
        String java,
        String databaseVersion,
        long databaseSize,
        long diskFree,
        long diskTotal,
        Duration clockOffset,
        List<Node> nodes,
        List<JobReport> jobs,
        Map<String, Double> figures) {
    /** NaN: not known. */
    public double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    /** Those that fail first, then by name. */
    public List<JobReport> jobsByNeed() {
        return jobs.stream()
                .sorted(Comparator.comparing(JobReport::isFailing).reversed().thenComparing(JobReport::name))
                .toList();
    }

    /** What somebody should look into, none where all is well. */
    public List<Concern> concerns() {
        return Stream.of(Concern.values())
                .filter(concern -> concern.isGiven(this))
                .toList();
    }
}
