package dev.propusk.journal;

import dev.propusk.journal.JournalFlaw.Kind;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes through the whole journal and says where it is not what was sealed. */
@Service
public class JournalCheck {
    private static final int SEALS_AT_ONCE = 500;
    /** So long an entry may wait for its seal. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Seals seals;
    private final SealMaker maker;
    private final SealPublication publication;
    private final PurgedSeals purged;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JournalCheck(
            Seals seals,
            SealMaker maker,
            SealPublication publication,
            PurgedSeals purged,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seals = seals;
        this.maker = maker;
        this.publication = publication;
        this.purged = purged;
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
        List<Seal> next = seals.after(0, SEALS_AT_ONCE);
        while (!next.isEmpty() && flaws.size() < JournalReport.MOST) {
            for (Seal seal : next) {
                checkPlace(last, seal, flaws);
                if (seal.number() > purgedUntil) {
                    checkEntries(seal, flaws);
                }
                last = seal;
                checked++;
            }
            next = seals.after(Objects.requireNonNull(last).number(), SEALS_AT_ONCE);
        }
        checkPublished(flaws);
        seals.unsealedBefore(clock.instant().minus(GRACE), JournalReport.MOST)
                .forEach(entry -> flaws.add(new JournalFlaw(Kind.NEVER_SEALED, 0, entry.at(), entry.id())));
        JournalReport report = new JournalReport(
                checked,
                last == null ? 0 : last.total(),
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

    private void checkEntries(Seal seal, List<JournalFlaw> flaws) {
        List<Seals.Sealed> under = seals.under(seal);
        List<JournalEntry> entries =
                under.stream().map(Seals.Sealed::entry).filter(Objects::nonNull).toList();
        under.stream()
                .filter(row -> row.entry() == null)
                .forEach(row -> flaws.add(new JournalFlaw(Kind.REMOVED, seal.number(), seal.sealedAt(), row.id())));
        if (entries.size() < under.size()) {
            return;
        }
        if (under.size() != seal.entries() || !standWithoutGaps(under)) {
            flaws.add(new JournalFlaw(Kind.REMOVED, seal.number(), seal.sealedAt(), null));
        } else if (!maker.fits(seal, entries)) {
            flaws.addAll(changed(seal, under));
        }
    }

    /** Each entry that reads otherwise than it did; where none can be told, what is known of all of them. */
    private List<JournalFlaw> changed(Seal seal, List<Seals.Sealed> under) {
        List<JournalEntry> entries =
                under.stream().map(Seals.Sealed::entry).filter(Objects::nonNull).toList();
        List<JournalFlaw> named = under.stream()
                .filter(row -> row.entry() != null && row.value() != null)
                .filter(row -> !maker.fits(Objects.requireNonNull(row.entry()), Objects.requireNonNull(row.value())))
                .map(row -> new JournalFlaw(Kind.CHANGED, seal.number(), seal.sealedAt(), row.id()))
                .toList();
        Kind kind = isInOrder(entries) ? Kind.CHANGED : Kind.REORDERED;
        return named.isEmpty() ? List.of(new JournalFlaw(kind, seal.number(), seal.sealedAt(), null)) : named;
    }

    private static boolean standWithoutGaps(List<Seals.Sealed> under) {
        return IntStream.range(0, under.size()).allMatch(i -> under.get(i).position() == i);
    }

    /** As they are sealed: by time, those of one moment by id. */
    private static boolean isInOrder(List<JournalEntry> entries) {
        Comparator<JournalEntry> order = Comparator.comparing(JournalEntry::at)
                .thenComparing(entry -> entry.id().toString());
        return IntStream.range(1, entries.size()).allMatch(i -> order.compare(entries.get(i - 1), entries.get(i)) < 0);
    }

    private void checkPublished(List<JournalFlaw> flaws) {
        for (Seal told : publication.published()) {
            Seal found = seals.find(told.number()).orElse(null);
            if (found == null) {
                flaws.add(new JournalFlaw(Kind.CUT_OFF, told.number(), told.sealedAt(), null));
            } else if (!found.equals(told)) {
                flaws.add(new JournalFlaw(Kind.SEAL_CHANGED, told.number(), told.sealedAt(), null));
            }
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
