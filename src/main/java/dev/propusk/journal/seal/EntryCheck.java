package dev.propusk.journal.seal;

import dev.propusk.journal.Proofs;
import dev.propusk.journal.WrittenEntry;
import dev.propusk.journal.seal.JournalFlaw.Kind;
import dev.propusk.journal.seal.SealMaker.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks what stands under one seal after the other, in their order. */
final class EntryCheck {
    /** No two of our clocks are further apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final Comparator<WrittenEntry> ORDER = Comparator.comparing(
                    (WrittenEntry written) -> written.entry().at())
            .thenComparing(written -> written.entry().id().toString());

    private final SealMaker maker;
    private final Proofs proofs;
    private Form likely = Form.PLAIN;
    /** The last one of a release that signed no entries. */
    private @Nullable Seal plain;

    private long older;

    EntryCheck(SealMaker maker, Proofs proofs) {
        this.maker = maker;
        this.proofs = proofs;
    }

    /** How many entries so far were written by a release that signed none: only their seals vouch for them. */
    long older() {
        return older;
    }

    /** What is wrong under that seal. */
    List<JournalFlaw> check(Seal seal, List<Seals.Sealed> under) {
        List<WrittenEntry> entries = under.stream()
                .map(Seals.Sealed::written)
                .filter(Objects::nonNull)
                .toList();
        Optional<Form> form = maker.form(seal, entries, likely);
        form.ifPresent(known -> likely = known);
        if (form.filter(Form.PLAIN::equals).isPresent()) {
            plain = seal;
        }
        List<JournalFlaw> flaws = new ArrayList<>();
        if (form.isEmpty() || entries.size() < under.size()) {
            flaws.addAll(broken(seal, under));
        }
        if (form.isEmpty() && flaws.isEmpty()) {
            flaws.add(new JournalFlaw(unnamed(under, entries), seal.number(), seal.sealedAt(), null));
        }
        List<UUID> named =
                flaws.stream().map(JournalFlaw::entry).filter(Objects::nonNull).toList();
        entries.stream()
                .filter(written -> !named.contains(written.entry().id()))
                .flatMap(written -> foreign(seal, written).stream())
                .forEach(flaws::add);
        return flaws;
    }

    /** What is gone, or reads otherwise than when it was sealed. */
    private List<JournalFlaw> broken(Seal seal, List<Seals.Sealed> under) {
        List<JournalFlaw> flaws = new ArrayList<>();
        for (Seals.Sealed row : under) {
            if (row.written() == null) {
                flaws.add(new JournalFlaw(Kind.REMOVED, seal.number(), seal.sealedAt(), row.id()));
            } else if (row.value() != null && !maker.fits(row.written().entry(), row.value())) {
                flaws.add(new JournalFlaw(Kind.CHANGED, seal.number(), seal.sealedAt(), row.id()));
            }
        }
        if (under.size() != seal.entries() || !standWithoutGaps(under)) {
            flaws.add(new JournalFlaw(Kind.REMOVED, seal.number(), seal.sealedAt(), null));
        }
        return flaws;
    }

    /** Where each entry is one that stood there: what is known of all of them. */
    private static Kind unnamed(List<Seals.Sealed> under, List<WrittenEntry> entries) {
        if (!IntStream.range(1, entries.size()).allMatch(i -> ORDER.compare(entries.get(i - 1), entries.get(i)) < 0)) {
            return Kind.REORDERED;
        }
        return under.stream().allMatch(row -> row.value() != null) ? Kind.SEAL_CHANGED : Kind.CHANGED;
    }

    private static boolean standWithoutGaps(List<Seals.Sealed> under) {
        return IntStream.range(0, under.size()).allMatch(i -> under.get(i).position() == i);
    }

    /** What shows that the application did not write it, or not then. */
    private List<JournalFlaw> foreign(Seal seal, WrittenEntry written) {
        UUID id = written.entry().id();
        List<JournalFlaw> flaws = new ArrayList<>();
        if (written.proof() == null && isOfOlderRelease(seal)) {
            older++;
        } else if (!proofs.isRight(written)) {
            flaws.add(new JournalFlaw(Kind.FOREIGN, seal.number(), seal.sealedAt(), id));
        }
        if (likely == Form.PROVEN
                && written.entry().at().isAfter(seal.sealedAt().plus(CLOCKS_APART))) {
            flaws.add(new JournalFlaw(
                    Kind.DATED_AHEAD, seal.number(), written.entry().at(), id));
        }
        return flaws;
    }

    /** Sealed by one, or so soon after it that it may be one of its last. */
    private boolean isOfOlderRelease(Seal seal) {
        if (plain == null) {
            return likely == Form.PLAIN;
        }
        Instant end = plain.sealedAt().plus(OlderRelease.GRACE);
        return likely == Form.PLAIN
                || seal.number() <= plain.number() + 1
                || seal.sealedAt().isBefore(end);
    }
}
