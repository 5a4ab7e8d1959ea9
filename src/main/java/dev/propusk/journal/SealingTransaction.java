package dev.propusk.journal;

import dev.propusk.data.Atomic;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts one seal over what has none yet. Where two nodes try at once, the number lets one of them succeed. */
@Component
class SealingTransaction {
    private final Seals seals;
    private final SealMaker maker;
    private final Clock clock;

    SealingTransaction(Seals seals, SealMaker maker, Clock clock) {
        this.seals = seals;
        this.maker = maker;
        this.clock = clock;
    }

    /** Puts the next seal on the chain; returns how many entries it covers. */
    @Atomic
    int seal(Instant since, int most) {
        List<JournalEntry> entries = seals.unsealedSince(since, most);
        if (!entries.isEmpty()) {
            Seal seal = maker.next(seals.newest().orElse(null), entries, clock.instant());
            seals.insert(seal, entries, entries.stream().map(maker::value).toList());
        }
        return entries.size();
    }
}
