package dev.propusk.token;

/**
 * How many unused tokens a contract holds, and how many it may (rule 13).
 *
 * @param unused 0..limit
 * @param limit at most 200
 */
public record Quota(int unused, int limit) {
    public int left() {
        return Math.max(0, limit - unused);
    }
}
