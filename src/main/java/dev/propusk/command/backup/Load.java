package dev.propusk.command.backup;

import dev.propusk.mariadb.ClientProgram;
import dev.propusk.mariadb.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Puts a backup into an empty database. */
final class Load {
    private final DatabaseAddress database;
    private final JdbcClient jdbc;

    Load(DatabaseAddress database) {
        this.database = database;
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    /** @throws BackupFailedException where something is in it */
    void requireEmpty() {
        if (!tables().isEmpty()) {
            throw new BackupFailedException(
                    "The database " + database.schema() + " at " + database.host() + ":" + database.port()
                            + " is not empty. Nothing was changed.",
                    "Restore into a new one: create database … , or another propusk.data-dir.");
        }
    }

    /** What the dump says of where it was made. */
    DumpHeader run(BackupFile backup) throws IOException {
        try (InputStream statements = backup.open();
                HeaderReader read = new HeaderReader(statements)) {
            ProgramCall.feed(
                    ClientProgram.CLIENT,
                    database,
                    List.of("--default-character-set=utf8mb4", "--max-allowed-packet=1G", database.schema()),
                    read);
            return read.header();
        }
    }

    List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = database()")
                .query(String.class)
                .list();
    }

    /** Rows by table. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables()) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from `" + table + "`")
                            .query(Long.class)
                            .single());
        }
        return rows;
    }
}
