package dev.propusk.security;

import java.io.Serializable;

/**
 * Somebody whose password was right, but who has to do something more before they may do anything: give a second factor,
 * change a first password. No role of theirs counts until then.
 *
 * @param secondFactorGiven whether a right code was given in this session
 */
public record HalfSignedIn(PanelUser user, boolean secondFactorGiven) implements Acting, Serializable {
    /** The only role that such a principal has. */
    public static final String ROLE = "SIGN_IN";

    public static final String ROLE_AUTHORITY = "ROLE_" + ROLE;

    @Override
    public Actor.Kind kind() {
        return Actor.Kind.LOGIN;
    }

    @Override
    public String actorName() {
        return user.getUsername();
    }

    @Override
    public String toString() {
        return user.getUsername();
    }
}
