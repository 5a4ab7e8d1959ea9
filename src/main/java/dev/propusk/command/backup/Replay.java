package dev.propusk.command.backup;

import dev.propusk.mariadb.ClientProgram;
import dev.propusk.mariadb.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Does again what was done between a dump and a moment, by the server's binary log. */
final class Replay {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DatabaseAddress database;
    private final Path logs;

    Replay(DatabaseAddress database, Path logs) {
        this.database = database;
        this.logs = logs;
    }

    /**
     * Begins in the file and at the position that the dump names; goes on through all later files.
     *
     * @param until what happened in this second or later is left out
     */
    void run(DumpHeader dump, Instant until) throws IOException {
        DumpHeader.LogPosition from = dump.log()
                .orElseThrow(() -> new BackupFailedException(
                        "The backup does not say where in the binary log it stands: its server kept none.",
                        "Restore it without --to."));
        List<String> command = new ArrayList<>(List.of(
                ClientProgram.BINLOG.path().toString(),
                "--no-defaults",
                "--skip-annotate-row-events",
                "--start-position=" + from.position(),
                "--stop-datetime=" + MOMENT.format(until)));
        if (!dump.schema().equals(database.schema())) {
            command.add("--rewrite-db=" + dump.schema() + "->" + database.schema());
        }
        // is looked at before the name is exchanged
        command.add("--database=" + dump.schema());
        files(from).forEach(file -> command.add(file.toString()));
        Process reader = ProgramCall.start(command);
        CompletableFuture<String> said = ProgramCall.said(reader);
        try (InputStream events = reader.getInputStream()) {
            ProgramCall.feed(ClientProgram.CLIENT, database, List.of(database.schema()), events);
        }
        ProgramCall.finish(command, reader, said);
    }

    /** Names end in a number of six digits or more. */
    private List<Path> files(DumpHeader.LogPosition from) {
        String base = from.file().replaceFirst("\\.\\d+$", "");
        long first = number(from.file());
        try (Stream<Path> all = Files.list(logs)) {
            List<Path> files = all.filter(
                            file -> file.getFileName().toString().matches(Pattern.quote(base) + "\\.\\d+"))
                    .filter(file -> number(file.getFileName().toString()) >= first)
                    .sorted((one, other) -> Long.compare(
                            number(one.getFileName().toString()),
                            number(other.getFileName().toString())))
                    .toList();
            if (files.isEmpty() || number(files.getFirst().getFileName().toString()) != first) {
                throw new BackupFailedException(
                        "There is no " + from.file() + " in " + logs + ", where the backup begins.",
                        "Copy the server's binary log from that file on.");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String file) {
        return Long.parseLong(file.replaceFirst(".*\\.", ""));
    }
}
