package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import dev.propusk.mariadb.DatabaseAddress;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether what is set as the database's address is one. */
final class DatabaseUrl implements Check {
    private static final String NAME = "database-url";

    private final Environment environment;

    DatabaseUrl(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
        if (!DatabaseAddress.isExternal(environment)) {
            return List.of(Finding.ok(NAME, "The embedded database is used."));
        }
        try {
            DatabaseAddress address = DatabaseAddress.external(environment);
            return List.of(Finding.ok(
                    NAME,
                    "The database is " + address.schema() + " at " + address.host() + ":" + address.port() + "."));
        } catch (StartRefusedException e) {
            return List.of(Finding.failure(NAME, e));
        }
    }
}
