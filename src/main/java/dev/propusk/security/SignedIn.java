package dev.propusk.security;

/** Knows whether a login that signed in is still to be let in: it has not been disabled, its password and role are the same. */
public interface SignedIn {
    boolean isCurrent(PanelUser user);
}
