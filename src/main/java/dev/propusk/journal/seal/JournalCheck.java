package dev.propusk.journal.seal;

import dev.propusk.journal.JournalEntry;
import dev.propusk.journal.JournalEvent;
import dev.propusk.journal.Proofs;
import dev.propusk.journal.WrittenEntry;
import dev.propusk.journal.seal.JournalFlaw.Kind;
import dev.propusk.journal.seal.Witness.Testimony;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes through the whole journal and says where it is not what was sealed. */
@Service
public class JournalCheck {
    private static final int SEALS_AT_ONCE = 500;
    private static final int UNSEALED = 10_000;
    /** So long an entry may wait for its seal. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Seals seals;
    private final SealMaker maker;
    private final SealPublication publication;
    private final Witnesses witnesses;
    private final PurgedSeals purged;
    private final Proofs proofs;
    private final OlderRelease olderRelease;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JournalCheck(
            Seals seals,
            SealMaker maker,
            SealPublication publication,
            Witnesses witnesses,
            PurgedSeals purged,
            Proofs proofs,
            OlderRelease olderRelease,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seals = seals;
        this.maker = maker;
        this.publication = publication;
        this.witnesses = witnesses;
        this.purged = purged;
        this.proofs = proofs;
        this.olderRelease = olderRelease;
        this.events = events;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public JournalReport run() {
        List<JournalFlaw> flaws = new ArrayList<>();
        Seal last = null;
        long checked = 0;
        long purgedUntil = purged.until();
        EntryCheck entries = new EntryCheck(maker, proofs);
        List<Seal> next = seals.after(0, SEALS_AT_ONCE);
        while (!next.isEmpty() && flaws.size() < JournalReport.MOST) {
            for (Seal seal : next) {
                checkPlace(last, seal, flaws);
                if (seal.number() > purgedUntil) {
                    flaws.addAll(entries.check(seal, seals.under(seal)));
                }
                last = seal;
                checked++;
            }
            next = seals.after(Objects.requireNonNull(last).number(), SEALS_AT_ONCE);
        }
        checkPublished(flaws);
        checkUnsealed(flaws);
        JournalReport report = new JournalReport(
                checked,
                last == null ? 0 : last.total(),
                entries.older(),
                last == null ? null : last.number() + " " + last.value(),
                flaws.stream().limit(JournalReport.MOST).toList());
        events.publishEvent(new Checked(report.seals(), report.flaws().size()));
        return report;
    }

    private static void checkPlace(@Nullable Seal last, Seal seal, List<JournalFlaw> flaws) {
        long expected = last == null ? 1 : last.number() + 1;
        if (seal.number() != expected) {
            flaws.add(new JournalFlaw(Kind.SEAL_REMOVED, expected, seal.sealedAt(), null));
        } else if (!seal.previous().equals(last == null ? Seal.NONE : last.value())
                || seal.total() != (last == null ? 0 : last.total()) + seal.entries()) {
            flaws.add(new JournalFlaw(Kind.SEAL_CHANGED, seal.number(), seal.sealedAt(), null));
        }
    }

    private void checkUnsealed(List<JournalFlaw> flaws) {
        Instant now = clock.instant();
        seals.unsealedBefore(now.minus(GRACE), JournalReport.MOST)
                .forEach(written -> flaws.add(flaw(Kind.NEVER_SEALED, written.entry())));
        List<WrittenEntry> foreign = seals.unsealedSince(now.minus(GRACE), UNSEALED).stream()
                .filter(written -> !proofs.isRight(written))
                .toList();
        if (!foreign.isEmpty()) {
            boolean mayBeOlder = olderRelease.hasSealedLately(now);
            foreign.stream()
                    .filter(written -> written.proof() != null || !mayBeOlder)
                    .forEach(written -> flaws.add(flaw(Kind.FOREIGN, written.entry())));
        }
    }

    private static JournalFlaw flaw(Kind kind, JournalEntry entry) {
        return new JournalFlaw(kind, 0, entry.at(), entry.id());
    }

    private void checkPublished(List<JournalFlaw> flaws) {
        for (Testimony testimony : witnesses.testimonies()) {
            if (testimony.isRight()) {
                compare(testimony.seal(), flaws);
            } else {
                flaws.add(new JournalFlaw(
                        Kind.STAMP_WRONG,
                        testimony.seal().number(),
                        testimony.seal().sealedAt(),
                        null));
            }
        }
        publication.published().forEach(told -> compare(told, flaws));
    }

    private void compare(Seal told, List<JournalFlaw> flaws) {
        Seal found = seals.find(told.number()).orElse(null);
        if (found == null) {
            flaws.add(new JournalFlaw(Kind.CUT_OFF, told.number(), told.sealedAt(), null));
        } else if (!found.equals(told)) {
            flaws.add(new JournalFlaw(Kind.SEAL_CHANGED, told.number(), told.sealedAt(), null));
        }
    }

    /** Somebody had the journal checked. */
    private record Checked(long seals, int flaws) implements JournalEvent {
        @Override
        public @Nullable ContractId contract() {
            return null;
        }

        @Override
        public String action() {
            return "journal.checked";
        }

        @Override
        public @Nullable UUID subject() {
            return null;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("seals", seals, "flaws", flaws);
        }
    }
}
