package dev.propusk.security;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * Knows whether a session is still to be let in: its login has not been disabled, its password, second factor and role are
 * the same, nobody has ended it, it is neither idle nor old.
 */
public interface SignedIn {
    /** Asks for all of them at once; the answer holds for them alone. */
    Predicate<PanelSession> current(Collection<PanelSession> sessions);

    /** A person did something in it: from now on it is idle. */
    void seen(SignInDetails details);
}
