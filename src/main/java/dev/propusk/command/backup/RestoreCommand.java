package dev.propusk.command.backup;

import dev.propusk.command.Arguments;
import dev.propusk.command.Command;
import dev.propusk.command.Commands;
import dev.propusk.command.Surroundings;
import dev.propusk.command.WrongUsageException;
import dev.propusk.mariadb.DatabaseAddress;
import dev.propusk.mariadb.ReachedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;

/** {@code restore}: fills an empty database from a backup, and brings it to a later moment by the binary log. */
public class RestoreCommand implements Command {
    private static final String TO = "to";
    private static final String BINLOGS = "binlogs";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return "restore <file> [--identity <file>] [--to 2026-11-24T14:02:59Z --binlogs <folder>]";
    }

    @Override
    public String purpose() {
        return "Fills an empty database from a backup; with a binary log, up to a moment (UTC).";
    }

    @Override
    public Set<String> options() {
        return Set.of(TO + "=", BINLOGS + "=", "identity=");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        BackupFile backup = new BackupFile(
                Path.of(arguments.words(this, 1, 1).getFirst()),
                arguments.option("identity").map(Path::of).orElse(null));
        Optional<Instant> to = arguments.option(TO).map(RestoreCommand::moment);
        Optional<Path> logs = arguments.option(BINLOGS).map(Path::of);
        if (to.isPresent() != logs.isPresent()) {
            throw new WrongUsageException("--to and --binlogs belong together.\nUsage: " + usage());
        }
        try (Surroundings surroundings = Surroundings.with(arguments.settings());
                ReachedDatabase database = ReachedDatabase.open(surroundings.environment())) {
            DatabaseAddress writer = writer(surroundings.environment(), database.address());
            Load load = new Load(writer);
            load.requireEmpty();
            DumpHeader header = load.run(backup);
            if (to.isPresent() && logs.isPresent()) {
                new Replay(writer, logs.get()).run(header, to.get());
            }
            out.println("Restored: " + load.tables().size() + " tables"
                    + to.map(moment -> ", with everything before " + moment).orElse("") + ".");
            Manifest.of(backup.file())
                    .map(Manifest::keyFingerprint)
                    .ifPresent(key -> out.println("It needs the key that it was made with (fingerprint " + key + ")."));
            return Commands.OK;
        } catch (IOException e) {
            throw new BackupFailedException("The backup can't be read: " + e, "Take another one.", e);
        }
    }

    /** Tables are made by who may make them. */
    private static DatabaseAddress writer(Environment environment, DatabaseAddress database) {
        String user = environment.getProperty("spring.liquibase.user");
        return user == null || !DatabaseAddress.isExternal(environment)
                ? database
                : database.as(user, environment.getProperty("spring.liquibase.password", ""));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new WrongUsageException(
                    "--to " + text + " is no moment: write it with its zone, such as 2026-11-24T14:02:59Z.");
        }
    }
}
