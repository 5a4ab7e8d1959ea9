package dev.propusk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Three databases of a cluster, by {@code docker/galera.sh}. */
final class GaleraScript {
    static final int NODES = 3;
    static final String USER = "propusk";
    static final String PASSWORD = "propusk";

    private static final int FIRST_PORT = 23_400;
    private static final String OPTIONS = "sessionVariables=wsrep_sync_wait=1";

    private final Path home;

    GaleraScript() throws IOException {
        home = Files.createTempDirectory(
                "propusk-cluster", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    }

    void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "docker/galera.sh"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GALERA_HOME", home.toString());
        builder.environment().put("GALERA_PASSWORD", PASSWORD);
        Path log = FaultTable.FOLDER.resolve("galera.log");
        Files.createDirectories(log.getParent());
        Process process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(
                    "galera.sh " + String.join(" ", arguments) + ": see " + log + "\n" + Files.readString(log));
        }
    }

    /** All nodes, the first that answers is used. */
    String url() {
        return "jdbc:mariadb:sequential://127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d/propusk?connectTimeout=1000&%s"
                .formatted(FIRST_PORT + 1, FIRST_PORT + 2, FIRST_PORT + 3, OPTIONS);
    }

    /** This node alone. */
    String url(int node) {
        return "jdbc:mariadb://127.0.0.1:%d/propusk?%s".formatted(FIRST_PORT + node, OPTIONS);
    }

    Connection connect(int node) throws SQLException {
        return DriverManager.getConnection(url(node), USER, PASSWORD);
    }
}
