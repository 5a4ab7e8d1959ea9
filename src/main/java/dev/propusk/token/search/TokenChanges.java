package dev.propusk.token.search;

import dev.propusk.journal.History;
import dev.propusk.list.Changes;
import dev.propusk.security.ContractId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells open pages that something changed in their contract: by one look into the journal's index. */
@Component
public class TokenChanges {
    /** So many entries between two looks are more than anyone can follow: then the newest are other ones anyway. */
    private static final int NEWEST = 50;

    private final Changes changes;
    private final History history;

    TokenChanges(Changes changes, History history) {
        this.changes = changes;
        this.history = history;
    }

    private record TokensOf(ContractId contract) {}

    /** Tells the watcher of changes until the returned work is run, which ends it. */
    public Runnable watch(ContractId contract, Changes.Watcher watcher) {
        return changes.watch(new TokensOf(contract), () -> Set.copyOf(history.newest(contract, NEWEST)), watcher);
    }
}
