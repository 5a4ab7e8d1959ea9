package dev.propusk.operation;

import dev.propusk.data.InstantConverter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a backup was last made, as the command that makes it has written down; a schema may not know of backups yet. */
@Component
class Backups {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private volatile boolean isKnown;
    private @Nullable Instant seen;

    Backups(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Looks whether there is a new one, and tells of it. Empty: none, as far as this database knows. */
    synchronized Optional<Instant> look() {
        Optional<Instant> newest = newest();
        Instant before = Objects.requireNonNullElse(seen, newest.orElse(Instant.EPOCH));
        seen = newest.orElse(Instant.EPOCH);
        newest.filter(at -> at.isAfter(before)).map(BackupSeen::new).ifPresent(events::publishEvent);
        return newest;
    }

    /** Empty: none, as far as this database knows. */
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
