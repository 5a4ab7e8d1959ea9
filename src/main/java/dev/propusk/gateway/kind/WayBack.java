package dev.propusk.gateway.kind;

/** What a guest takes along who is led back to a gateway's login page. */
public enum WayBack {
    NOTHING,
    /** The code, as user name and password. */
    CODE,
    /** The code, hidden by the challenge that the gateway sent. */
    HIDDEN_CODE
}
