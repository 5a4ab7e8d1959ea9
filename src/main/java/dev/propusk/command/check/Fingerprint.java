package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import dev.propusk.command.KeyOfDatabase;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.secrets.SecretKeyException;
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
        Optional<byte[]> known =
                KeyOfDatabase.fingerprint(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        if (known.isEmpty()) {
            return List.of(Finding.ok(NAME, "The database knows no key yet."));
        }
        try {
            KeyPlace key = KeyPlace.of(environment);
            boolean fits = key.exists() && key.secrets().isKnownBy(known.get());
            return List.of(
                    fits
                            ? Finding.ok(NAME, "The key is the one that the database was begun with.")
                            : Finding.failure(NAME, SecretKeyException.ofAnotherInstallation()));
        } catch (StartRefusedException e) {
            // told by the check of the file itself
            return List.of();
        }
    }
}
