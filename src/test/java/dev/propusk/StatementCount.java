package dev.propusk;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what the server does while a deed is done: within one transaction and by its connection's own counters, so that
 * whatever else is at work does not count.
 */
@Component
public class StatementCount {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StatementCount(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the server did.
     *
     * @param statements that read
     * @param rows read, by whatever way; those of temporary tables too
     */
    public record Counted(long statements, long rows) {}

    public Counted during(Runnable event) {
        return transaction.execute(status -> {
            Counted counting = between(() -> {});
            Counted all = between(event);
            return new Counted(all.statements() - counting.statements(), all.rows() - counting.rows());
        });
    }

    private Counted between(Runnable event) {
        Map<String, Long> before = counters();
        event.run();
        Map<String, Long> after = counters();
        after.replaceAll((name, value) -> value - before.getOrDefault(name, 0L));
        long statements = after.getOrDefault("COM_SELECT", 0L);
        return new Counted(
                statements, after.values().stream().mapToLong(Long::longValue).sum() - statements);
    }

    private Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        jdbc.sql("""
                        select variable_name, variable_value from information_schema.session_status
                        where variable_name = 'COM_SELECT' or variable_name like 'HANDLER\\_READ\\_%'
                        """)
                .query((row, number) -> counters.put(row.getString(1), row.getLong(2)))
                .list();
        return counters;
    }
}
