package dev.propusk.gateway.kind;

/** What of ours is typed on equipment. */
public enum SetUpValue {
    /** What equipment is to call FreeRADIUS. */
    SERVER,
    AUTH_PORT,
    ACCT_PORT,
    SECRET,
    /** Of signed redirects. */
    REDIRECT_SECRET,
    /** The gateway's key. */
    KEY,
    NAS_IDENTIFIER,
    /** How often it is to report, in seconds. */
    INTERIM,
    INTERIM_MINUTES,
    DISCONNECT_PORT,
    /** From where it is told that a session ends. */
    APPLICATION,
    /** Scheme and host of all our pages. */
    URL,
    /** The host alone: where guests may go before they are identified. */
    HOST,
    PORTAL,
    PORTAL_PATH,
    /** The portal without its scheme. */
    PORTAL_PLACE,
    /** What DHCP tells devices (RFC 8910). */
    CAPTIVE;

    /** How it stands in a file to be filled in. */
    public String mark() {
        return "{" + name() + "}";
    }
}
