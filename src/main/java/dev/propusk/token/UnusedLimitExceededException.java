package dev.propusk.token;

/** So many more would put the contract above its limit of unused tokens (rule 13). */
public class UnusedLimitExceededException extends RuntimeException {
    private final int unused;
    private final int limit;
    private final int requested;

    public UnusedLimitExceededException(int unused, int limit, int requested) {
        super(requested + " requested with " + unused + " of " + limit + " unused");
        this.unused = unused;
        this.limit = limit;
        this.requested = requested;
    }

    public int unused() {
        return unused;
    }

    public int limit() {
        return limit;
    }

    public int requested() {
        return requested;
    }
}
