package dev.propusk.token.search;

/**
 * How a list of tokens is sorted.
 *
 * @param descending the largest or latest first
 */
public record TokenSort(By by, boolean descending) {
    public static final TokenSort NEWEST = new TokenSort(By.GENERATED, true);

    /** What a list can be sorted by. */
    public enum By {
        GENERATED("generated_at"),
        CODE("code"),
        REUSE("reuse"),
        STATE("state"),
        MAC("mac"),
        EXPIRES("expires_at"),
        NOTE("note");

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
