package dev.propusk.mariadb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Makes an empty database, where root comes in by the socket alone and nobody else does.
 *
 * <p>Does what {@code mariadb-install-db} does: that script is not everywhere where the server is.
 */
final class ServerInstallation {
    private static final List<String> SCRIPTS =
            List.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql", "sys_schema.sql");
    private static final String BEGINNING = """
            create database mysql;
            use mysql;
            set @auth_root_socket = 'root';
            """;

    private final ServerFiles files;
    private final ServerBinaries binaries;
    private final ServerAccount account;

    ServerInstallation(ServerFiles files, ServerBinaries binaries, ServerAccount account) {
        this.files = files;
        this.binaries = binaries;
        this.account = account;
    }

    /** Works beside the place of the data and renames, so that half a database is never taken for a whole one. */
    void makeOnce() throws IOException {
        if (Files.exists(files.data())) {
            return;
        }
        Path part = files.directory().resolve("data.part");
        FileSystemUtils.deleteRecursively(part);
        Files.createDirectory(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(part);
        Path statements = files.directory().resolve("install.sql");
        write(statements);
        Program installation = Program.run(account.asAccount(command(part)), statements);
        Files.delete(statements);
        if (!installation.succeeded()) {
            Files.writeString(files.log(), installation.output(), StandardOpenOption.APPEND);
            throw new MariaDbStartException("MariaDB could not make an empty database in " + part, files.log());
        }
        Files.move(part, files.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> command(Path data) {
        List<String> command = new ArrayList<>(binaries.server());
        command.addAll(List.of(
                "--bootstrap",
                MariaDbServer.dataOption(data),
                "--tmpdir=" + files.temporary(),
                "--log-warnings=0",
                "--max-allowed-packet=8M",
                "--net-buffer-length=16K"));
        return command;
    }

    private void write(Path statements) throws IOException {
        try (OutputStream all = Files.newOutputStream(statements)) {
            all.write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
            for (String script : SCRIPTS) {
                Files.copy(binaries.script(script), all);
            }
        }
    }
}
