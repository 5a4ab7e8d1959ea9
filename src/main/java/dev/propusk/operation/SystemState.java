package dev.propusk.operation;

import dev.propusk.data.ClockOffset;
import dev.propusk.work.Figures;
import dev.propusk.work.Jobs;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How the installation fares, for those who run it. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class SystemState {
    private final ProductVersion version;
    private final Nodes nodes;
    private final ObjectProvider<Jobs> jobs;
    private final Figures figures;
    private final DatabaseFacts database;
    private final DataDisk disk;
    private final ClockOffset clockOffset;
    private final Clock clock;

    SystemState(
            ProductVersion version,
            Nodes nodes,
            ObjectProvider<Jobs> jobs,
            Figures figures,
            DatabaseFacts database,
            DataDisk disk,
            ClockOffset clockOffset,
            Clock clock) {
        this.version = version;
        this.nodes = nodes;
        this.jobs = jobs;
        this.figures = figures;
        this.database = database;
        this.disk = disk;
        this.clockOffset = clockOffset;
        this.clock = clock;
    }

    /** Asks the database for its part now; the figures are as old as the metrics' are. */
    public SystemReport look() {
        return new SystemReport(
                clock.instant(),
                version.propusk(),
                version.java(),
                database.version(),
                database.size(),
                disk.free(),
                disk.total(),
                clockOffset.measure().abs(),
                nodes.all(),
                jobs.stream().flatMap(all -> all.all().stream()).toList(),
                figures.latest());
    }
}
