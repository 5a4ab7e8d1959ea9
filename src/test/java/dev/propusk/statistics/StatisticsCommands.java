package dev.propusk.statistics;

import dev.propusk.faults.Commands;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Activations and quotas are summed up. */
public final class StatisticsCommands implements Commands {
    private final CrossContractActivationSummary summary;
    private final CrossContractQuotaRecord record;
    private final JdbcClient jdbc;

    StatisticsCommands(CrossContractActivationSummary summary, CrossContractQuotaRecord record, JdbcClient jdbc) {
        this.summary = summary;
        this.record = record;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "CrossContractActivationSummary.advance",
                        hotel -> {
                            while (summary.advance()) {
                                // up to now
                            }
                            jdbc.sql("update activation_summary set summarised_to = summarised_to - interval 15 minute")
                                    .update();
                            jdbc.sql(
                                            "delete from activation_count where quarter >= (select summarised_to from activation_summary)")
                                    .update();
                            return summary::advance;
                        },
                "CrossContractQuotaRecord.write",
                        hotel -> {
                            record.write(ZoneId.of("Europe/Moscow"));
                            return Executors.callable(() -> record.write(ZoneId.of("Europe/Moscow")));
                        });
    }
}
