package dev.propusk.webhook;

/** Why the other side could not be asked. */
public enum DeliveryFailure {
    /** The address is not a public one. */
    REFUSED,
    /** Its name leads nowhere. */
    UNKNOWN_NAME,
    /** Nobody accepts the connection, or it broke. */
    NO_CONNECTION,
    /** No trusted certificate for that name. */
    TLS,
    TIMEOUT,
    /** The owner has taken the address away. */
    NO_ADDRESS
}
