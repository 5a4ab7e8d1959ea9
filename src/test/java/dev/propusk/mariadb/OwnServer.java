package dev.propusk.mariadb;

import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A server of its own with an administrator, as {@code docker/database.cnf} sets it up: it keeps a binary log. */
public final class OwnServer implements AutoCloseable {
    public static final String USER = "dba";
    public static final String PASSWORD = "the administrator of the server";

    private final ServerFiles files;
    private final int port;
    private final Process process;

    private OwnServer(ServerFiles files, int port, Process process) {
        this.files = files;
        this.port = port;
        this.process = process;
    }

    /** With an empty database. */
    public static OwnServer startIn(Path folder) throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        EmbeddedMariaDbSettings place = TestDatabases.in(folder);
        EmbeddedMariaDb.open(place).close();
        ServerFiles files = new ServerFiles(place.dataDirectory());
        ServerBinaries binaries = new BinariesChoice(
                        files, MachineBinaries.find(), new BundledBinaries(place.unpackDirectory()))
                .choose();
        Files.writeString(files.init(), """
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(USER, PASSWORD));
        ServerAccount account = ServerAccount.forFilesIn(files.temporary(), binaries.mariadbd());
        for (Path its : List.of(files.data(), files.log(), files.init())) {
            account.own(its);
        }
        int port = freePort();
        List<String> command = new ArrayList<>(binaries.server());
        command.set(1, "--defaults-file=" + Path.of("docker", "database.cnf").toAbsolutePath());
        command.addAll(List.of(
                MariaDbServer.dataOption(files.data()),
                "--tmpdir=" + files.temporary(),
                "--log-error=" + files.log(),
                "--init-file=" + files.init(),
                "--socket=mariadb.sock",
                "--pid-file=mariadbd.pid",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--server-id=1",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=48M"));
        Process process = new ProcessBuilder(account.asServer(command))
                .directory(files.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
        OwnServer server = new OwnServer(files, port, process);
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> server.execute("select 1"));
        return server;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, MariaDbServer.SCHEMA);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A file of the binary log. */
    public Path log(String name) {
        return files.data().resolve(name);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
