package dev.propusk.operation;

import dev.propusk.data.ClockOffset;
import dev.propusk.work.JobReport;
import java.time.Duration;

/** What somebody should look into: the same as what the rules in {@code docker/prometheus} wake somebody for. */
public enum Concern {
    NODE_SILENT,
    JOB_FAILING,
    SWEEP_LATE,
    SEAL_LATE,
    NO_BACKUP,
    BACKUP_OLD,
    DISK_FULL,
    CLOCK_OFF;

    boolean isGiven(SystemReport report) {
        return switch (this) {
            case NODE_SILENT -> report.nodes().stream().anyMatch(node -> node.isSilentAt(report.at()));
            case JOB_FAILING -> report.jobs().stream().anyMatch(JobReport::isFailing);
            case SWEEP_LATE -> report.figure("propusk.sweep.lag") > Limits.SWEEP.toSeconds();
            case SEAL_LATE -> report.figure("propusk.seal.lag") > Limits.SEAL.toSeconds();
            case NO_BACKUP -> Double.isNaN(report.figure("propusk.backup.age"));
            case BACKUP_OLD -> report.figure("propusk.backup.age") > Limits.BACKUP.toSeconds();
            case DISK_FULL -> report.diskFree() < Limits.DISK * report.diskTotal();
            case CLOCK_OFF -> report.clockOffset().compareTo(ClockOffset.NOTABLE) > 0;
        };
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
