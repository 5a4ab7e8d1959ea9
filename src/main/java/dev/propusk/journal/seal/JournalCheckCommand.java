package dev.propusk.journal.seal;

import dev.propusk.security.ActingAs;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code --propusk.check-journal}: checks the journal, says what it found and exits, with 1 where something is wrong. */
@Component
class JournalCheckCommand implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(JournalCheckCommand.class);

    private final JournalCheck check;
    private final ConfigurableApplicationContext context;

    JournalCheckCommand(JournalCheck check, ConfigurableApplicationContext context) {
        this.check = check;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("propusk.check-journal")) {
            int code = check();
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    /** Checks, tells, and returns what the command exits with. */
    int check() {
        AtomicReference<JournalReport> made = new AtomicReference<>();
        ActingAs.administrator(() -> made.set(check.run()));
        JournalReport report = Objects.requireNonNull(made.get());
        report.flaws()
                .forEach(flaw ->
                        log.error("{}: seal {} of {}, entry {}", flaw.kind(), flaw.seal(), flaw.at(), flaw.entry()));
        log.info("{} entries have no signature of their own, for they are of an older release", report.older());
        log.info(
                "The journal {}: {} seals over {} entries, the newest is {}",
                report.isSound() ? "is sound" : "IS NOT SOUND",
                report.seals(),
                report.entries(),
                report.newest());
        return report.isSound() ? 0 : 1;
    }
}
