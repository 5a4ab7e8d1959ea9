package dev.propusk.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the embedded database once for the whole run, with an empty schema, and lets every Spring context find it.
 *
 * <p>Its files stay under {@code target}, so that the next run starts in a second.
 */
public class DatabaseForAllTests implements LauncherSessionListener {
    private @Nullable EmbeddedMariaDb server;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("spring.datasource.url") != null) {
            return;
        }
        System.setProperty("propusk.data-dir", TestDatabases.SHARED.dataDir());
        System.setProperty("propusk.mariadb.unpack-dir", TestDatabases.UNPACK_DIR);
        server = EmbeddedMariaDb.open(TestDatabases.SHARED);
        try (Connection connection = TestDatabases.connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database propusk");
            statement.execute("create database propusk character set utf8mb4 collate utf8mb4_unicode_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be emptied", e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            server.close();
        }
    }
}
