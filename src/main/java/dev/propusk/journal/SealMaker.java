package dev.propusk.journal;

import dev.propusk.base.Sha256;
import dev.propusk.secrets.RetiredKeys;
import dev.propusk.secrets.Secrets;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes seals: HMAC over number, time, counts, the seal before, and all entries in their order. */
@Component
class SealMaker {
    private static final String PURPOSE = "journal-seal";
    private static final String PURPOSE_OF_ENTRY = "journal-entry";

    private final Secrets secrets;
    private final RetiredKeys keys;

    SealMaker(Secrets secrets, RetiredKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    Seal next(@Nullable Seal last, List<JournalEntry> entries, Instant now) {
        long number = last == null ? 1 : last.number() + 1;
        long total = (last == null ? 0 : last.total()) + entries.size();
        String previous = last == null ? Seal.NONE : last.value();
        Seal open = new Seal(number, now, entries.size(), total, previous, "");
        return new Seal(number, now, entries.size(), total, previous, value(open, entries));
    }

    /** Whether this seal is ours, over these entries. */
    boolean fits(Seal seal, List<JournalEntry> entries) {
        return keys.haveSigned(PURPOSE, content(seal, entries), seal.value());
    }

    /** Whether that is the value of this entry. */
    boolean fits(JournalEntry entry, String value) {
        return keys.haveSigned(PURPOSE_OF_ENTRY, digest(out -> write(out, entry)), value);
    }

    private String value(Seal seal, List<JournalEntry> entries) {
        return HexFormat.of().formatHex(secrets.sign(PURPOSE, content(seal, entries)));
    }

    /** The value of one entry by itself: by it a changed one is told from its neighbours under the seal. */
    String value(JournalEntry entry) {
        return HexFormat.of().formatHex(secrets.sign(PURPOSE_OF_ENTRY, digest(out -> write(out, entry))));
    }

    private static byte[] content(Seal seal, List<JournalEntry> entries) {
        return digest(out -> {
            out.writeLong(seal.number());
            write(out, seal.sealedAt());
            out.writeInt(seal.entries());
            out.writeLong(seal.total());
            write(out, seal.previous());
            for (JournalEntry entry : entries) {
                write(out, entry);
            }
        });
    }

    private static byte[] digest(Content content) {
        MessageDigest digest = Sha256.digest();
        try {
            try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
                content.write(out);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static void write(DataOutputStream out, JournalEntry entry) throws IOException {
        write(out, entry.id().toString());
        write(out, entry.at());
        write(out, Objects.toString(entry.contract(), null));
        write(out, entry.actor().kind().name());
        write(out, entry.actor().name());
        write(out, entry.actor().address());
        write(out, entry.action());
        write(out, Objects.toString(entry.subject(), null));
        write(out, entry.details());
    }

    private static void write(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    /** With its length before it, so that no two entries read alike. */
    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
