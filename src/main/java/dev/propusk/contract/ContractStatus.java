package dev.propusk.contract;

/** Whether a contract's network identifies devices (rule 22). */
public enum ContractStatus {
    OPEN,
    /** The panel is read-only, portal and gateways refuse; tokens keep their ends. */
    SUSPENDED,
    /** For good: its tokens are ended. */
    CLOSED;

    boolean canBecome(ContractStatus next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case SUSPENDED -> next != SUSPENDED;
            case CLOSED -> false;
        };
    }
}
