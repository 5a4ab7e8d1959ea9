package dev.propusk.gateway.disconnect;

/** Why a device's session is to end. */
enum DisconnectReason {
    /** Its token was annulled, by hand or by another network, or its contract was closed. */
    TOKEN_ANNULLED,
    /** The term of its token is over. */
    TOKEN_EXPIRED,
    /** Its token goes on under another MAC. */
    MOVED_TO_NEW_MAC,
    /** Its network does not serve for now. */
    CONTRACT_SUSPENDED,
    /** The gateway reports it online, and nothing says that it may be. */
    NOT_IDENTIFIED
}
