package dev.propusk.command.check;

import dev.propusk.mariadb.DatabaseAddress;
import dev.propusk.mariadb.ReachedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** Whether the database is there and new enough; if so, asks it everything else over one connection. */
record Database(Environment environment, List<DatabaseCheck> further) implements Check {
    @Override
    public String name() {
        return "database";
    }

    @Override
    public List<Finding> look() {
        try {
            if (DatabaseAddress.isExternal(environment)) {
                return ask(DatabaseAddress.external(environment));
            }
            Optional<DatabaseAddress> running = ReachedDatabase.running(environment);
            if (running.isPresent()) {
                return ask(running.get());
            }
            ReachedDatabase.requireServer(environment);
            return List.of(Finding.ok(
                    name(),
                    "A MariaDB server is here to be started; the application does not run, so nothing was asked."));
        } catch (SQLException e) {
            return List.of(Finding.failure(
                    name(), "The database refuses to be asked: " + e.getMessage(), "Look at the rights of its user."));
        }
    }

    private List<Finding> ask(DatabaseAddress address) throws SQLException {
        List<Finding> found = new ArrayList<>();
        try (Connection connection = address.connect()) {
            found.add(Finding.ok(
                    name(),
                    connection.getMetaData().getDatabaseProductVersion() + " answers at " + address.host() + ":"
                            + address.port() + "."));
            for (DatabaseCheck check : further) {
                found.addAll(check.findings(connection));
            }
        }
        return found;
    }
}
