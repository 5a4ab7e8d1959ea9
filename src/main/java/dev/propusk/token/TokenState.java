package dev.propusk.token;

/** Where a token stands in its life. */
public enum TokenState {
    UNUSED,
    ACTIVE,
    ANNULLED;

    /** Whether a token may go from this state to that one. */
    boolean canBecome(TokenState next) {
        return switch (this) {
            case UNUSED -> next != UNUSED;
            case ACTIVE -> next == ANNULLED;
            case ANNULLED -> false;
        };
    }
}
