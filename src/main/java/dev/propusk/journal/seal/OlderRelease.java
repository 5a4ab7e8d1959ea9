package dev.propusk.journal.seal;

import dev.propusk.journal.WrittenEntry;
import dev.propusk.journal.seal.SealMaker.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whether a release that signs no entries works beside this one, or did until this one began: it shows by its seals, which
 * nobody can make who has not the key. What it has written last is then no forgery.
 */
@Component
class OlderRelease {
    /** So long after its last seal an entry of it may still come. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final int MOST = 100;

    private final Seals seals;
    private final SealMaker maker;

    OlderRelease(Seals seals, SealMaker maker) {
        this.seals = seals;
        this.maker = maker;
    }

    boolean hasSealedLately(Instant now) {
        List<Seal> newest = seals.newest(MOST);
        return newest.stream()
                .filter(seal ->
                        seal.equals(newest.getFirst()) || seal.sealedAt().isAfter(now.minus(GRACE)))
                .anyMatch(this::isPlain);
    }

    boolean isPlain(Seal seal) {
        List<WrittenEntry> entries = seals.under(seal).stream()
                .map(Seals.Sealed::written)
                .filter(Objects::nonNull)
                .toList();
        return maker.form(seal, entries, Form.PLAIN).filter(Form.PLAIN::equals).isPresent();
    }
}
