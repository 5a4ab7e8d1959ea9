package dev.propusk.command.check;

import dev.propusk.mariadb.DatabaseAddress;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether what is set as the database's address is one. */
record DatabaseUrl(Environment environment) implements Check {
    @Override
    public String name() {
        return "database-url";
    }

    @Override
    public List<Finding> look() {
        if (!DatabaseAddress.isExternal(environment)) {
            return List.of(Finding.ok(name(), "The embedded database is used."));
        }
        DatabaseAddress address = DatabaseAddress.external(environment);
        return List.of(Finding.ok(
                name(), "The database is " + address.schema() + " at " + address.host() + ":" + address.port() + "."));
    }
}
