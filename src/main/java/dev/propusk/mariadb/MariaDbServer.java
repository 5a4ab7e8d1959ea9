package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the embedded server is started: as whom, with which files and settings. */
final class MariaDbServer {
    static final String SCHEMA = "propusk";
    static final String USER = "propusk";

    private final ServerFiles files;
    private final ServerBinaries binaries;
    private final ServerAccount account;
    private final String password;
    private final EmbeddedMariaDbSettings.Server settings;

    MariaDbServer(
            ServerFiles files,
            ServerBinaries binaries,
            ServerAccount account,
            String password,
            EmbeddedMariaDbSettings.Server settings) {
        this.files = files;
        this.binaries = binaries;
        this.account = account;
        this.password = password;
        this.settings = settings;
    }

    /** Starts the server; it lives no longer than the calling thread, and owns nothing but what it must write. */
    Process start(int port) throws IOException {
        ServerFiles.writeSecret(files.init(), initialStatements());
        for (Path its : List.of(files.data(), files.temporary(), files.log(), files.init())) {
            account.own(its);
        }
        Process process = new ProcessBuilder(account.asServer(command(port)))
                .directory(files.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
        Files.writeString(files.pid(), process.pid() + "\n");
        Files.writeString(files.port(), port + "\n");
        return process;
    }

    /** To be called as soon as the server answers. */
    void started() throws IOException {
        Files.deleteIfExists(files.init());
        files.writtenBy(binaries.version());
    }

    static String dataOption(Path data) {
        return "--datadir=" + data;
    }

    private List<String> command(int port) {
        List<String> command = new ArrayList<>(binaries.server());
        command.addAll(List.of(
                dataOption(files.data()),
                "--tmpdir=" + files.temporary(),
                "--log-error=" + files.log(),
                "--init-file=" + files.init(),
                // relative to the data, since a socket's path may have no more than 107 bytes
                "--socket=mariadb.sock",
                "--pid-file=mariadbd.pid",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--skip-ssl",
                "--local-infile=0",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + settings.bufferPool(),
                "--innodb-log-file-size=" + settings.redoLog(),
                // changes are written to their places all the time, not all at once when the log is nearly full
                "--innodb-max-dirty-pages-pct-lwm=1",
                "--innodb-io-capacity=1000",
                "--performance-schema=off"));
        command.addAll(settings.options());
        return command;
    }

    /** One statement a line, as the server wants them. */
    private String initialStatements() {
        String user = "'" + USER + "'@'127.0.0.1'";
        return String.format(Locale.ROOT, """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER IF NOT EXISTS %2$s IDENTIFIED BY '%3$s';
                ALTER USER %2$s IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON %1$s.* TO %2$s;
                """, SCHEMA, user, password);
    }
}
