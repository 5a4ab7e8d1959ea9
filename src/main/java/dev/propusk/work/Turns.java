package dev.propusk.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Whose turn it is: one lane after the other in the order of their ids, and from the first again. */
final class Turns {
    private static final int LOOKED_AT = 64;
    private static final UUID FIRST = new UUID(0, 0);

    private final Leases leases;
    private final WorkTable table;
    private UUID last = FIRST;

    Turns(Leases leases, WorkTable table) {
        this.leases = leases;
        this.table = table;
    }

    /**
     * Who may take a row now.
     *
     * @param shares how many of each lane
     * @param isHeldBack some have to wait for rows of theirs, or of others, to be done
     */
    record Turn(Map<UUID, Integer> shares, boolean isHeldBack) {}

    /** So many rows at the most; no lane is looked at twice before all others were. */
    Turn next(Lanes.Places places, int most) {
        Map<UUID, Integer> shares = new LinkedHashMap<>();
        int left = most;
        boolean isHeldBack = false;
        int ends = last.equals(FIRST) ? 1 : 2;
        while (ends > 0) {
            Leases.Some some = leases.lanes(table, last, LOOKED_AT);
            for (UUID lane : some.due()) {
                int share = shares.containsKey(lane) ? 0 : places.take(lane, left);
                isHeldBack |= share == 0;
                if (share > 0) {
                    shares.put(lane, share);
                    left -= share;
                }
                last = lane;
                if (left == 0) {
                    return new Turn(shares, true);
                }
            }
            last = some.last() == null ? FIRST : some.last();
            ends -= some.last() == null ? 1 : 0;
        }
        return new Turn(shares, isHeldBack);
    }
}
