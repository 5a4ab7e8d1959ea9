package dev.propusk.operation;

import dev.propusk.data.InstantConverter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a backup was last made, as the command that makes it has written down; a schema may not know of backups yet. */
@Component
class Backups {
    private final JdbcClient jdbc;
    private volatile boolean isKnown;

    Backups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: never, as far as this database knows. */
    Optional<Instant> newest() {
        isKnown = isKnown || isTableThere();
        return isKnown
                ? jdbc.sql("select at from backup_done order by at desc limit 1")
                        .query(LocalDateTime.class)
                        .optional()
                        .map(InstantConverter::toInstant)
                : Optional.empty();
    }

    private boolean isTableThere() {
        return jdbc.sql("""
                        select exists (select 1 from information_schema.tables
                        where table_schema = database() and table_name = 'backup_done')
                        """).query(Boolean.class).single();
    }
}
