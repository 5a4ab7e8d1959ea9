package dev.propusk.command;

import dev.propusk.mariadb.DatabaseAddress;
import dev.propusk.secrets.SecretKeyException;
import dev.propusk.secrets.Secrets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The fingerprint of the key that a database was begun with. */
public final class KeyOfDatabase {
    private KeyOfDatabase() {}

    /** Empty: there is no database of ours, or it knows no key yet. */
    public static Optional<byte[]> fingerprint(JdbcClient jdbc) {
        boolean isKept = jdbc.sql("select count(*) from information_schema.columns where table_schema = database()"
                                + " and table_name = 'installation' and column_name = 'key_fingerprint'")
                        .query(Long.class)
                        .single()
                > 0;
        return isKept
                ? jdbc.sql("select key_fingerprint from installation where key_fingerprint is not null")
                        .query(byte[].class)
                        .optional()
                : Optional.empty();
    }

    /**
     * Refuses a key that is not the database's.
     *
     * @throws SecretKeyException where it is known, and is another one
     */
    public static void require(DatabaseAddress database, Secrets secrets) {
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
        if (fingerprint(jdbc).filter(known -> !secrets.isKnownBy(known)).isPresent()) {
            throw SecretKeyException.ofAnotherInstallation();
        }
    }
}
