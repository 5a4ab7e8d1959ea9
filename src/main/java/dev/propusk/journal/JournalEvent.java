package dev.propusk.journal;

import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done and belongs in the journal (rule 20). A service publishes it in the transaction of the change,
 * and the journal's entry is written in the same one.
 */
public interface JournalEvent {
    /** Whose journal it stands in; null: the provider's own. */
    @Nullable
    ContractId contract();

    /** What was done: a stable word in the past tense, such as {@code token.annulled}. */
    String action();

    /** The id of what it was done to, where there is one. */
    default @Nullable UUID subject() {
        return null;
    }

    /** What else a reader needs to know; never a secret. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** Whether somebody should look into it: then the log says so as a warning. */
    default boolean isTrouble() {
        return false;
    }

    /**
     * What to say of several at once: how many, and which.
     *
     * @param what the word that they stand under
     */
    static Map<String, Object> several(String what, List<?> ids) {
        return Map.of(
                "count", ids.size(), what, ids.stream().map(Object::toString).toList());
    }
}
