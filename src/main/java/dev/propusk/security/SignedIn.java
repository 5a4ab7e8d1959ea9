package dev.propusk.security;

import java.util.Collection;
import java.util.function.Predicate;

/** Knows whether a login that signed in is still to be let in: it has not been disabled, its password and role are the same. */
public interface SignedIn {
    /** Asks for all of them at once; the answer holds for them alone. */
    Predicate<PanelUser> current(Collection<PanelUser> users);
}
