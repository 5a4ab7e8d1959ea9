package dev.propusk.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the embedded database before the first application of a run, with an empty schema, and keeps it for the others.
 * Tests of plain objects start nothing.
 *
 * <p>Its files stay under {@code target}, so that the next run starts in a second.
 */
public class DatabaseForAllTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static @Nullable EmbeddedMariaDb server;

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        start();
    }

    private static synchronized void start() {
        if (server != null || System.getProperty("spring.datasource.url") != null) {
            return;
        }
        System.setProperty("propusk.data-dir", TestDatabases.SHARED.dataDir());
        System.setProperty("propusk.mariadb.unpack-dir", TestDatabases.UNPACK_DIR);
        EmbeddedMariaDb started = EmbeddedMariaDb.open(TestDatabases.SHARED);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        try (Connection connection = TestDatabases.connect(started);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database propusk");
            statement.execute("create database propusk character set utf8mb4 collate utf8mb4_unicode_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be emptied", e);
        }
        server = started;
    }
}
