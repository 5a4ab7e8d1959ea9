package dev.propusk.gateway;

/** What kind of equipment a gateway is, as far as it matters for the way back into it. */
public enum GatewayKind {
    /** Asks by RADIUS; its login address takes the code as user name and password. */
    MIKROTIK,
    /** Asks by RADIUS; signs its redirect, and wants the password hidden by the challenge it sent. */
    COOVACHILLI,
    /** Opened and closed by a program beside it that asks with the gateway's key. */
    OPENNDS,
    /** Asks by RADIUS with the device's MAC. */
    UNIFI,
    /** Anything else, by RADIUS or with the gateway's key. */
    OTHER
}
