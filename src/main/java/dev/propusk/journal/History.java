package dev.propusk.journal;

import dev.propusk.security.ContractId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the journal tells those whose deeds it writes down; it itself depends on none of them. */
public interface History {
    /** What was done to these, the latest first. */
    List<HistoryEntry> of(ContractId contract, Collection<UUID> subjects, int most);

    /** The ids of a contract's newest entries: where one is new, something has changed. Costs one look into an index. */
    List<UUID> newest(ContractId contract, int most);
}
