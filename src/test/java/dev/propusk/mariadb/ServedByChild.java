package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;

/**
 * An application of its own process that serves a database and inserts rows as fast as it can, saying the number of
 * each that was committed, until it is killed.
 */
final class ServedByChild {
    private ServedByChild() {}

    static Process start(Path dataDirectory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                ServedByChild.class.getName(),
                dataDirectory.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectErrorStream(true).start();
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.open(TestDatabases.in(Path.of(arguments[0])));
                Connection connection = TestDatabases.connect(server);
                var statement = connection.createStatement()) {
            System.out.println("pid " + server.pid());
            statement.execute("create table if not exists written (n int primary key)");
            for (int n = 0; ; n++) {
                statement.execute("insert into written values (" + n + ")");
                System.out.println("row " + n);
            }
        }
    }
}
