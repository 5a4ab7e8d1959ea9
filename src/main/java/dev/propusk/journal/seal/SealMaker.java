package dev.propusk.journal.seal;

import dev.propusk.journal.JournalEntry;
import dev.propusk.journal.SignedContent;
import dev.propusk.journal.WrittenEntry;
import dev.propusk.secrets.RetiredKeys;
import dev.propusk.secrets.Secrets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes seals: HMAC over number, time, counts, the seal before, and all entries in their order. */
@Component
class SealMaker {
    private static final String PURPOSE_OF_ENTRY = "journal-entry";

    /** What a seal is over. Nobody without the key can make one of either form. */
    enum Form {
        /** Of a release that signed no entries as they were written: it vouches for them from their sealing on. */
        PLAIN("journal-seal"),
        /** Of one that does: over what they were signed with as well. */
        PROVEN("journal-seal-2");

        private final String purpose;

        Form(String purpose) {
            this.purpose = purpose;
        }
    }

    private final Secrets secrets;
    private final RetiredKeys keys;

    SealMaker(Secrets secrets, RetiredKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    Seal next(@Nullable Seal last, List<WrittenEntry> entries, Instant now) {
        return next(last, entries, now, Form.PROVEN);
    }

    Seal next(@Nullable Seal last, List<WrittenEntry> entries, Instant now, Form form) {
        long number = last == null ? 1 : last.number() + 1;
        long total = (last == null ? 0 : last.total()) + entries.size();
        String previous = last == null ? Seal.NONE : last.value();
        Seal open = new Seal(number, now, entries.size(), total, previous, "");
        byte[] value = secrets.sign(form.purpose, content(open, entries, form));
        return new Seal(
                number, now, entries.size(), total, previous, HexFormat.of().formatHex(value));
    }

    /**
     * Whether this seal is ours, over these entries, and of which form; empty: it is not.
     *
     * @param likely which is tried first
     */
    Optional<Form> form(Seal seal, List<WrittenEntry> entries, Form likely) {
        return Stream.of(likely, likely == Form.PLAIN ? Form.PROVEN : Form.PLAIN)
                .filter(form -> keys.haveSigned(form.purpose, content(seal, entries, form), seal.value()))
                .findFirst();
    }

    /** Whether that is the value of this entry. */
    boolean fits(JournalEntry entry, String value) {
        return keys.haveSigned(PURPOSE_OF_ENTRY, new SignedContent().add(entry).digest(), value);
    }

    /** The value of one entry by itself: by it a changed one is told from its neighbours under the seal. */
    String value(JournalEntry entry) {
        return HexFormat.of()
                .formatHex(secrets.sign(
                        PURPOSE_OF_ENTRY, new SignedContent().add(entry).digest()));
    }

    private static byte[] content(Seal seal, List<WrittenEntry> entries, Form form) {
        SignedContent content = new SignedContent()
                .add(seal.number())
                .add(seal.sealedAt())
                .add(seal.entries())
                .add(seal.total())
                .add(seal.previous());
        for (WrittenEntry written : entries) {
            content.add(written.entry());
            if (form == Form.PROVEN) {
                content.add(written.proof() == null ? null : HexFormat.of().parseHex(written.proof()));
            }
        }
        return content.digest();
    }
}
