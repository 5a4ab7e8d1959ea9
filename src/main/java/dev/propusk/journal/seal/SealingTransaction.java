package dev.propusk.journal.seal;

import dev.propusk.data.Atomic;
import dev.propusk.journal.Proofs;
import dev.propusk.journal.WrittenEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts one seal over what has none yet, and says which of it the application did not write. Where two nodes try at once,
 * the number lets one of them succeed.
 */
@Component
class SealingTransaction {
    private final Seals seals;
    private final SealMaker maker;
    private final Proofs proofs;
    private final OlderRelease olderRelease;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SealingTransaction(
            Seals seals,
            SealMaker maker,
            Proofs proofs,
            OlderRelease olderRelease,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seals = seals;
        this.maker = maker;
        this.proofs = proofs;
        this.olderRelease = olderRelease;
        this.events = events;
        this.clock = clock;
    }

    /** Puts the next seal on the chain; returns how many entries it covers. */
    @Atomic
    int seal(Instant since, int most) {
        List<WrittenEntry> entries = seals.unsealedSince(since, most);
        if (!entries.isEmpty()) {
            tell(entries);
            Seal seal = maker.next(seals.newest().orElse(null), entries, clock.instant());
            seals.insert(
                    seal,
                    entries,
                    entries.stream().map(WrittenEntry::entry).map(maker::value).toList());
        }
        return entries.size();
    }

    private void tell(List<WrittenEntry> entries) {
        List<UUID> foreign = entries.stream()
                .filter(written -> !proofs.isRight(written))
                .filter(written -> written.proof() != null || !olderRelease.hasSealedLately(clock.instant()))
                .map(written -> written.entry().id())
                .toList();
        if (!foreign.isEmpty()) {
            events.publishEvent(new ForeignEntries(foreign));
        }
    }
}
