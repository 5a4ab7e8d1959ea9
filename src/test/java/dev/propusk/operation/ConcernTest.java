package dev.propusk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.operation.Concern.Limits;
import dev.propusk.work.JobReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When somebody should look into it. */
class ConcernTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Map<String, Double> FIGURES =
            Map.of("propusk.sweep.lag", 2.0, "propusk.seal.lag", 0.0, "propusk.backup.age", 7200.0);

    @Test
    void whereAllIsWellNothingIsSaid() {
        assertThat(report(FIGURES, 50, Duration.ofMillis(40), NOW.minusSeconds(30), worked("expiry"))
                        .concerns())
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Map<String, Double> wrong =
                Map.of("propusk.sweep.lag", 301.0, "propusk.seal.lag", 61.0, "propusk.backup.age", 129_601.0);
        assertThat(report(wrong, 9, Duration.ofSeconds(6), NOW.minusSeconds(121), failed("expiry"))
                        .concerns())
                .containsExactly(
                        Concern.NODE_SILENT,
                        Concern.JOB_FAILING,
                        Concern.SWEEP_LATE,
                        Concern.SEAL_LATE,
                        Concern.BACKUP_OLD,
                        Concern.DISK_FULL,
                        Concern.CLOCK_OFF);
    }

    @Test
    void whatFailsStandsFirst() {
        assertThat(report(FIGURES, 50, Duration.ZERO, NOW, worked("clock"), worked("expiry"), failed("seals"))
                        .jobsByNeed())
                .extracting(JobReport::name)
                .containsExactly("seals", "clock", "expiry");
    }

    @Test
    void noBackupAtAllIsSaidAsSuch() {
        Map<String, Double> without = new TreeMap<>(FIGURES);
        without.put("propusk.backup.age", Double.NaN);
        assertThat(report(without, 50, Duration.ZERO, NOW, worked("expiry")).concerns())
                .containsExactly(Concern.NO_BACKUP);
    }

    @Test
    void thePageAndTheAlertsDrawTheLineInTheSamePlace() throws Exception {
        assertThat(Files.readString(Path.of("docker", "prometheus", "alerts.yaml")))
                .contains("propusk_sweep_lag_seconds > " + Limits.SWEEP.toSeconds())
                .contains("propusk_seal_lag_seconds > " + Limits.SEAL.toSeconds())
                .contains("propusk_backup_age_seconds > " + Limits.BACKUP.toSeconds())
                .contains("propusk_disk_free_bytes / propusk_disk_total_bytes < " + Limits.DISK)
                .contains("abs(propusk_clock_offset_seconds) > 5");
    }

    private static SystemReport report(
            Map<String, Double> figures, long free, Duration offset, Instant seen, JobReport... jobs) {
        Node node = new Node(TimeOrderedId.next(), "node1", "1.0.0", NOW.minusSeconds(3600), seen, true);
        return new SystemReport(
                NOW, "1.0.0", "25", "11.4.5-MariaDB", 1, free, 100, offset, List.of(node), List.of(jobs), figures);
    }

    private static JobReport worked(String name) {
        return new JobReport(
                name, Duration.ofSeconds(2), 2, 1, null, NOW, Duration.ZERO, NOW.minusSeconds(9), "Broken");
    }

    private static JobReport failed(String name) {
        return new JobReport(
                name, Duration.ofSeconds(2), 2, 1, null, NOW.minusSeconds(9), Duration.ZERO, NOW, "Broken");
    }
}
