package dev.propusk.command;

import dev.propusk.journal.seal.JournalCheck;
import dev.propusk.journal.seal.JournalFlaw;
import dev.propusk.journal.seal.JournalReport;
import dev.propusk.mariadb.ReachedDatabase;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.security.ActingAs;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** {@code journal check}: whether the journal is what was sealed. */
class JournalCommand implements Command {
    private final Class<?> application;

    JournalCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public String usage() {
        return "journal check";
    }

    @Override
    public String purpose() {
        return "Goes through the journal and says where it is not what was sealed.";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        if (!arguments.words(this, 1, 1).getFirst().equals("check")) {
            throw new WrongUsageException("Usage: " + usage());
        }
        try (Surroundings surroundings = Surroundings.with(arguments.settings());
                ReachedDatabase database = ReachedDatabase.open(surroundings.environment())) {
            KeyPlace place = KeyPlace.of(surroundings.environment());
            KeyOfDatabase.require(database.address(), place.secrets());
            Path key = place.file().toAbsolutePath();
            try (Services services = Services.over(application, arguments.settings(), database.address(), key)) {
                JournalReport report = check(services);
                tell(report, out);
                return report.isSound() ? Commands.OK : Commands.FAILED;
            }
        }
    }

    static JournalReport check(Services services) {
        AtomicReference<JournalReport> made = new AtomicReference<>();
        JournalCheck check = services.get(JournalCheck.class);
        ActingAs.administrator(() -> made.set(check.run()));
        return Objects.requireNonNull(made.get());
    }

    static void tell(JournalReport report, PrintStream out) {
        for (JournalFlaw flaw : report.flaws()) {
            out.println(flaw.kind() + ": seal " + flaw.seal() + " of " + flaw.at() + ", entry " + flaw.entry());
        }
        if (report.older() > 0) {
            out.println(report.older() + " entries are of a release that did not sign what it wrote:"
                    + " for them only their seals vouch, from their sealing on.");
        }
        out.println("The journal " + (report.isSound() ? "is sound" : "IS NOT SOUND") + ": " + report.seals()
                + " seals over " + report.entries() + " entries, the newest is " + report.newest());
    }
}
