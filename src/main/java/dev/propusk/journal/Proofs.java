package dev.propusk.journal;

import dev.propusk.secrets.RetiredKeys;
import dev.propusk.secrets.Secrets;
import org.springframework.stereotype.Component;

/** Signs each entry as it is written (journal 6): who reaches the database alone can't write one that is right. */
@Component
public class Proofs {
    /** Of the key; and the content begins with it, so that no other signature over an entry can pass for this one. */
    private static final String PURPOSE = "journal-proof";

    private final Secrets secrets;
    private final RetiredKeys keys;

    Proofs(Secrets secrets, RetiredKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    /** HMAC-SHA256, 32 bytes. */
    byte[] of(JournalEntry entry) {
        return secrets.sign(PURPOSE, content(entry));
    }

    /** Whether the application wrote that entry as it stands there. */
    public boolean isRight(WrittenEntry written) {
        return written.proof() != null && keys.haveSigned(PURPOSE, content(written.entry()), written.proof());
    }

    private static byte[] content(JournalEntry entry) {
        return new SignedContent().add(PURPOSE).add(entry).digest();
    }
}
