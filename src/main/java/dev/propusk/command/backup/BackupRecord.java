package dev.propusk.command.backup;

import dev.propusk.command.KeyOfDatabase;
import dev.propusk.data.InstantConverter;
import dev.propusk.mariadb.DatabaseAddress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the database says of itself for a backup, and the row that says when one was made. */
final class BackupRecord {
    private final JdbcClient jdbc;

    BackupRecord(DatabaseAddress database) {
        jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    Instant now() {
        return InstantConverter.toInstant(
                jdbc.sql("select utc_timestamp(6)").query(LocalDateTime.class).single());
    }

    String server() {
        return jdbc.sql("select version()").query(String.class).single();
    }

    /** In hexadecimal. */
    @Nullable
    String keyFingerprint() {
        return KeyOfDatabase.fingerprint(jdbc).map(HexFormat.of()::formatHex).orElse(null);
    }

    /** What is older than two years is forgotten. */
    void note(Instant at, long size, String kind) {
        try {
            jdbc.sql("insert into backup_done (at, size, kind) values (?, ?, ?)")
                    .params(InstantConverter.toUtc(at), size, kind)
                    .update();
            jdbc.sql("delete from backup_done where at < ? - interval 2 year")
                    .param(InstantConverter.toUtc(at))
                    .update();
        } catch (DataAccessException e) {
            throw new BackupFailedException(
                    "The backup is made, but could not be noted in the database: "
                            + e.getMostSpecificCause().getMessage(),
                    "Start this version once, so that it makes its tables, and run docker/mariadb/grants.sql again.",
                    e);
        }
    }
}
