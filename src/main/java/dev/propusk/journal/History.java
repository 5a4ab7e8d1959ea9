package dev.propusk.journal;

import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the journal tells those who write in it: the latest that was done to their things. */
public interface History {
    /** What was done to these, the latest first. */
    List<HistoryEntry> of(ContractId contract, Collection<UUID> subjects, int most);

    /**
     * The newest of these deeds since then.
     *
     * @param contract null: in the provider's own journal
     * @param subject null: whatever they were done to
     */
    Optional<HistoryEntry> latest(
            @Nullable ContractId contract, @Nullable UUID subject, Collection<String> actions, Instant since);

    /**
     * Of these deeds those that were done to it since then, the latest first.
     *
     * @param contract null: in the provider's own journal
     */
    List<HistoryEntry> since(
            @Nullable ContractId contract, UUID subject, Collection<String> actions, Instant since, int most);

    /** The ids of a contract's newest entries: where one is new, something has changed. Costs one look into an index. */
    List<UUID> newest(ContractId contract, int most);
}
