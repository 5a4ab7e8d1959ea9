package dev.propusk.command;

import dev.propusk.mariadb.DatabaseAddress;
import dev.propusk.mariadb.ReachedDatabase;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.secrets.KeyRotation;
import dev.propusk.secrets.Secrets;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code rotate-key}: everything that is encrypted with one key is encrypted with another one from then on. */
class RotateKeyCommand implements Command {
    private static final String NEW = "new";
    private static final String PREVIOUS = "--propusk.secret-key-previous-file=";

    private final Class<?> application;

    RotateKeyCommand(Class<?> application) {
        this.application = application;
    }

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
            int done = rotate(arguments, database.address(), old, file);
            out.println("Secrets encrypted with the key in " + file + " now: " + done + ".");
            out.println(
                    "Set propusk.secret-key-file to it on every node. Keep the old key for as long as backups need it.");
            return Commands.OK;
        }
    }

    /** With its entry in the journal, which the new key signs. */
    private int rotate(Arguments arguments, DatabaseAddress database, KeyPlace old, Path next) {
        List<String> settings = new ArrayList<>(arguments.settings());
        settings.removeIf(setting -> setting.startsWith(PREVIOUS));
        settings.add(PREVIOUS + old.file().toAbsolutePath());
        try (Services services = Services.over(application, settings, database, next.toAbsolutePath())) {
            KeyRotation rotation = new KeyRotation(services.get(JdbcClient.class));
            TransactionTemplate transaction = new TransactionTemplate(services.get(PlatformTransactionManager.class));
            return Objects.requireNonNull(transaction.execute(status -> {
                KeyRotation.Done done = rotation.rotate(old, next);
                if (done.isFirst() || done.secrets() > 0) {
                    String fingerprint =
                            HexFormat.of().formatHex(services.get(Secrets.class).fingerprint());
                    services.publish(new KeyRotated(fingerprint, done.secrets()));
                }
                return done.secrets();
            }));
        }
    }
}
