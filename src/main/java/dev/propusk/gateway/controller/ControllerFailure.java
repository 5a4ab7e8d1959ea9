package dev.propusk.gateway.controller;

/** Why a controller did not do what it was told. */
public enum ControllerFailure {
    /** No connection: it is switched off, or another address. */
    AWAY,
    /** It did not answer in time, so that nobody knows what it did. */
    SLOW,
    /** It shows another certificate than the one that was pinned, or one that no known authority signed. */
    CERTIFICATE,
    /** It does not take the key or the login. */
    CREDENTIAL,
    /** It has no such site. */
    SITE,
    /** This device is not connected there as a guest. */
    CLIENT,
    /** It asks to wait. */
    BUSY,
    /** It said no, or something that is not understood. */
    REFUSED
}
