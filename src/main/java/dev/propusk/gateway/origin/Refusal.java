package dev.propusk.gateway.origin;

/** Why a packet is nobody's. */
public enum Refusal {
    /** No gateway speaks from there. */
    UNKNOWN_ADDRESS,
    /** Gateways speak from there with different secrets, so that none can be told. */
    SEVERAL_SECRETS,
    /** No gateway there has what the packet says. */
    NO_SIGN,
    /** Several gateways there have what the packet says, none of them more surely. */
    SEVERAL_FIT,
    /** Whoever asked the application showed a key that is nobody's. */
    WRONG_KEY
}
