package dev.propusk.operation;

import dev.propusk.data.ClockOffset;
import dev.propusk.work.JobReport;
import java.time.Duration;
import java.util.function.Predicate;

/** What somebody should look into: the same as what the rules in {@code docker/prometheus} wake somebody for. */
public enum Concern {
    NODE_SILENT(report -> report.nodes().stream().anyMatch(node -> node.isSilentAt(report.at()))),
    JOB_FAILING(report -> report.jobs().stream().anyMatch(JobReport::isFailing)),
    SWEEP_LATE(report -> report.figure("propusk.sweep.lag") > Limits.SWEEP.toSeconds()),
    SEAL_LATE(report -> report.figure("propusk.seal.lag") > Limits.SEAL.toSeconds()),
    NO_BACKUP(report -> Double.isNaN(report.figure("propusk.backup.age"))),
    BACKUP_OLD(report -> report.figure("propusk.backup.age") > Limits.BACKUP.toSeconds()),
    DISK_FULL(report -> report.diskFree() < Limits.DISK * report.diskTotal()),
    CLOCK_OFF(report -> report.clockOffset().compareTo(ClockOffset.NOTABLE) > 0);

    private final Predicate<InstallationReport> isGiven;

    Concern(Predicate<InstallationReport> isGiven) {
        this.isGiven = isGiven;
    }

    boolean isGiven(InstallationReport report) {
        return isGiven.test(report);
    }

    /** From where on. */
    static final class Limits {
        static final Duration SWEEP = Duration.ofMinutes(5);
        static final Duration SEAL = Duration.ofMinutes(1);
        static final Duration BACKUP = Duration.ofHours(36);
        /** A share of the whole. */
        static final double DISK = 0.1;

        private Limits() {}
    }
}
