package dev.propusk.base;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody has changed since what a command was decided on; nothing was done. */
public class ChangedMeanwhileException extends RuntimeException {
    private final @Nullable String by;

    /**
     * Tells of somebody.
     *
     * @param by who did, by the name that the journal has; null where that is not known
     */
    public ChangedMeanwhileException(@Nullable String by) {
        super("Changed meanwhile by " + by);
        this.by = by;
    }

    public Optional<String> by() {
        return Optional.ofNullable(by);
    }
}
