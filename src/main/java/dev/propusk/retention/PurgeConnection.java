package dev.propusk.retention;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** The connection that deletes: as a database user of its own, where the application's own may not. */
@Component
class PurgeConnection {
    private final JdbcClient jdbc;

    PurgeConnection(JdbcClient own, RetentionSettings settings, Environment environment) {
        String user = settings.purgeUser();
        this.jdbc = user == null
                ? own
                : JdbcClient.create(new DriverManagerDataSource(
                        environment.getRequiredProperty("spring.datasource.url"), user, settings.purgePassword()));
    }

    JdbcClient jdbc() {
        return jdbc;
    }
}
