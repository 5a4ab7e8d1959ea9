package dev.propusk.demo;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.retention.LegalHolds;
import dev.propusk.security.ActingAs;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A legal hold, so that an administrator sees one. */
@Component
@Profile("demo & !command")
class DemoSupport implements ApplicationRunner {
    private final LegalHolds holds;

    DemoSupport(LegalHolds holds) {
        this.holds = holds;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ActingAs.administrator(() -> {
            if (holds.list().isEmpty()) {
                holds.place(TimeOrderedId.next(), "AC:DE:48:01:00:00", "Письмо № 17 от 24.11.2026");
            }
        });
    }
}
