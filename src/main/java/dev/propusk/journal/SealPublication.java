package dev.propusk.journal;

import dev.propusk.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
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
    private final Path file;

    SealPublication(Seals seals, ApplicationEventPublisher events, @Value("${propusk.data-dir}") Path dataDir) {
        this.seals = seals;
        this.events = events;
        this.file = dataDir.resolve("journal-seals.txt");
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
        String line = line(newest.get());
        events.publishEvent(new SealPublished(line));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            log.warn("The journal's newest seal can't be written to {}", file, e);
        }
    }

    /** What this node has told so far. */
    List<Seal> published() {
        try {
            return Files.readAllLines(file).stream().map(SealPublication::read).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            log.warn("The published seals can't be read from {}", file, e);
            return List.of();
        }
    }

    private static String line(Seal seal) {
        return String.join(
                " ",
                seal.sealedAt().toString(),
                String.valueOf(seal.number()),
                String.valueOf(seal.entries()),
                String.valueOf(seal.total()),
                seal.previous(),
                seal.value());
    }

    private static Seal read(String line) {
        String[] part = line.split(" ", -1);
        return new Seal(
                Long.parseLong(part[1]),
                Instant.parse(part[0]),
                Integer.parseInt(part[2]),
                Long.parseLong(part[3]),
                part[4],
                part[5]);
    }
}
