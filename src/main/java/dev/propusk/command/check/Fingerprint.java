package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.secrets.SecretKeyException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whether the key is the one that the database was begun with. */
final class Fingerprint implements DatabaseCheck {
    private static final String NAME = "key-of-database";

    private final Environment environment;

    Fingerprint(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<Finding> findings(Connection connection) throws SQLException {
        Optional<byte[]> known = known(connection);
        if (known.isEmpty()) {
            return List.of(Finding.ok(NAME, "The database knows no key yet."));
        }
        try {
            KeyPlace key = KeyPlace.of(environment);
            boolean fits = key.exists()
                    && MessageDigest.isEqual(known.get(), key.secrets().fingerprint());
            return List.of(
                    fits
                            ? Finding.ok(NAME, "The key is the one that the database was begun with.")
                            : Finding.failure(NAME, SecretKeyException.ofAnotherInstallation()));
        } catch (StartRefusedException e) {
            // told by the check of the file itself
            return List.of();
        }
    }

    private static Optional<byte[]> known(Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
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
}
