package dev.propusk.gateway.session;

/**
 * A counter of bytes as a gateway sends it.
 *
 * @param whole whether its upper half came with it (RFC 2869, 5.1); else it begins anew after 4 GiB; 0 tells nothing
 */
public record Octets(long value, boolean whole) {
    public static final Octets NONE = new Octets(0, false);

    private static final long ROUND = 1L << 32;
    private static final long HALF = ROUND / 2;

    /**
     * What has passed now.
     *
     * @param known what had passed by what was heard before
     * @param later whether this report is a later one; reports come in any order
     */
    long after(long known, boolean later) {
        if (whole || value == 0) {
            return Math.max(known, value);
        }
        long rounds = known / ROUND * ROUND;
        if (later) {
            return value + HALF < known - rounds ? rounds + ROUND + value : Math.max(known, rounds + value);
        }
        // an earlier one that says more: the counter began anew between the two, unless the other told nothing
        return value > known ? (known == 0 ? value : known + ROUND) : known;
    }
}
