package dev.propusk.support;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate that came back is ours.
 *
 * @param certificate as it was made, where it is genuine
 */
public record Verdict(Kind kind, @Nullable Certificate certificate) {
    /** What was found. */
    public enum Kind {
        /** We made it, and it says this. */
        GENUINE,
        /** We made none with that number. */
        NO_SUCH_NUMBER,
        /** We made one with that number, and its checksum is another. */
        OTHER_CHECKSUM,
        /** We made no such file, or it was changed. */
        NO_SUCH_FILE,
        /** What we kept of it was changed since. */
        CHANGED_HERE
    }

    static Verdict of(Kind kind) {
        return new Verdict(kind, null);
    }

    public Optional<Certificate> genuine() {
        return Optional.ofNullable(certificate);
    }
}
