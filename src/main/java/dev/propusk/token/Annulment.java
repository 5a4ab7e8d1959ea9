package dev.propusk.token;

/** Why a token stopped working. */
public enum Annulment {
    /** A person or the customer's own software ended it (rule 11). */
    BY_HAND,
    /** Its term is over (rule 7). */
    EXPIRED,
    /** Its device connected to another network with identification (rule 10). */
    OTHER_NETWORK,
    /** Its device changed its address, and a new row continues (rule 17). */
    MOVED_TO_NEW_MAC,
    /** Its contract was closed (rule 22). */
    CONTRACT_CLOSED,
    /** As many devices as it is for have entered it (rule 23); ends the unused row, and no device's. */
    USED_UP;

    /** Whether the device of a token that ended so may enter the same multi-use code again (rule 4). */
    boolean letsTheDeviceReturn() {
        return switch (this) {
            case OTHER_NETWORK, MOVED_TO_NEW_MAC, USED_UP -> true;
            case BY_HAND, EXPIRED, CONTRACT_CLOSED -> false;
        };
    }
}
