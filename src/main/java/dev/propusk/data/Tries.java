package dev.propusk.data;

import dev.propusk.base.TimeOrderedId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tries of one {@link Atomic} call: the ids that they share, and what was done by one whose COMMIT was not answered. */
final class Tries {
    static final ScopedValue<Tries> RUNNING = ScopedValue.newInstance();

    private final List<UUID> ids = new ArrayList<>();
    private int used;
    private @Nullable String witness;
    private @Nullable Done reachedCommit;
    private @Nullable Done unanswered;

    /**
     * What stands if its row does.
     *
     * @param result what the method returned
     */
    record Done(String table, UUID id, @Nullable Object result) {}

    void begin() {
        used = 0;
        witness = null;
        reachedCommit = null;
    }

    UUID id(String table) {
        if (used == 0) {
            witness = table;
        }
        if (used == ids.size()) {
            ids.add(TimeOrderedId.next());
        }
        return ids.get(used++);
    }

    /** All that is left of this try is COMMIT. */
    @Nullable
    Object reachCommit(@Nullable Object result) {
        reachedCommit = witness == null ? null : new Done(witness, ids.getFirst(), result);
        return result;
    }

    /** COMMIT may have landed. */
    void loseAnswer() {
        if (reachedCommit != null) {
            unanswered = reachedCommit;
        }
    }

    @Nullable
    Done unanswered() {
        return unanswered;
    }
}
