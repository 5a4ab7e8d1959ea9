package dev.propusk.data;

import dev.propusk.base.TimeOrderedId;
import java.util.UUID;

/**
 * Makes the ids of rows by which a command finds out whether it was done: each try of an {@link Atomic} call is handed the
 * same ones, so that two tries can't both stand. Elsewhere they are ids like others.
 */
public final class OwnId {
    private OwnId() {}

    /**
     * The same id at every try of a call, a new one in each call.
     *
     * @param table where the row will stand, its primary key {@code id}, in the transaction of the call
     */
    public static UUID next(String table) {
        return Tries.RUNNING.isBound() ? Tries.RUNNING.get().id(table) : TimeOrderedId.next();
    }
}
