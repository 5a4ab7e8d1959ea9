package dev.propusk.journal.seal;

import dev.propusk.work.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the newest seal where the database can't reach: in the log, and in a file of the data directory. Whoever cuts off
 * the end of the journal, seals and all, is found by it.
 */
@Component
class SealPublication {
    private static final Logger log = LoggerFactory.getLogger(SealPublication.class);

    private final Seals seals;
    private final ApplicationEventPublisher events;
    private final SealFile file;

    SealPublication(Seals seals, ApplicationEventPublisher events, @Value("${propusk.data-dir}") Path dataDir) {
        this.seals = seals;
        this.events = events;
        this.file = new SealFile(dataDir.resolve("journal-seals.txt"));
    }

    @Job(
            value = "seal-publication",
            every = "${propusk.seal-publication-interval}",
            first = "${propusk.seal-publication-first}")
    void publish() {
        Optional<Seal> newest = seals.newest();
        if (newest.isEmpty() || published().stream().anyMatch(newest.get()::equals)) {
            return;
        }
        events.publishEvent(new SealPublished(newest.get().line()));
        try {
            file.add(newest.get().line());
        } catch (IOException e) {
            log.warn("The journal's newest seal can't be written to {}", file.path(), e);
        }
    }

    /** What this node has told so far. */
    List<Seal> published() {
        try {
            return file.read(Seal::read);
        } catch (IOException e) {
            log.warn("The published seals can't be read from {}", file.path(), e);
            return List.of();
        }
    }
}
