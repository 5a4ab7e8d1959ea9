package dev.propusk.command;

import dev.propusk.mariadb.DatabaseAddress;
import dev.propusk.mariadb.ReachedDatabase;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.secrets.KeyRotation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code rotate-key}: everything that is encrypted with one key is encrypted with another one from then on. */
class RotateKeyCommand implements Command {
    private static final String NEW = "new";

    @Override
    public String name() {
        return "rotate-key";
    }

    @Override
    public String usage() {
        return "rotate-key --new <file>";
    }

    @Override
    public String purpose() {
        return "Encrypts all that is kept secret with another key; what was signed before stays verifiable.";
    }

    @Override
    public Set<String> options() {
        return Set.of(NEW + "=");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        arguments.words(this, 0, 0);
        Path file = Path.of(arguments.option(NEW).orElseThrow(() -> new WrongUsageException("Usage: " + usage())));
        try (Surroundings surroundings = Surroundings.with(arguments.settings());
                ReachedDatabase database = ReachedDatabase.open(surroundings.environment())) {
            KeyPlace old = KeyPlace.of(surroundings.environment());
            DatabaseAddress address = database.address();
            int done = new KeyRotation(
                            new DriverManagerDataSource(address.url(), address.username(), address.password()))
                    .rotate(old, file);
            out.println(done + " secrets are encrypted with the key in " + file + " now.");
            out.println(
                    "Set propusk.secret-key-file to it on every node. Keep the old key for as long as backups need it.");
            return Commands.OK;
        }
    }
}
