package dev.propusk.operation;

import dev.propusk.work.Figures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What is watched beside the parts' own figures: which version runs, the newest backup, what lies ready, the disk. */
@Component
class OperationMetrics {
    OperationMetrics(
            ProductVersion version,
            Backups backups,
            CrossContractReserve tokens,
            DataDisk disk,
            Figures figures,
            MeterRegistry meters) {
        Gauge.builder("propusk.build.info", () -> 1)
                .description("Which version runs, by which Java")
                .tags("version", version.propusk(), "java", version.java())
                .register(meters);
        Gauge.builder("propusk.disk.free", disk, DataDisk::free)
                .description("Free on the disk of the data directory")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("propusk.disk.total", disk, DataDisk::total)
                .description("Size of the disk of the data directory")
                .baseUnit("bytes")
                .register(meters);
        figures.age("propusk.backup.age", "Age of the newest backup", backups::look);
        figures.number("propusk.tokens.unused", null, "Unused tokens of all contracts", tokens::unused);
    }
}
