package dev.propusk.security;

import dev.propusk.base.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in to the panel, and when; it stays with the session. */
public final class SignInDetails extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1;

    private final UUID session = TimeOrderedId.next();
    private final Instant began;
    private final @Nullable String device;
    private volatile @Nullable String idToken;
    private volatile @Nullable Instant lastHere;
    private volatile Instant seen;
    private volatile Instant proven;

    /**
     * @param address the client's
     * @param device what the browser gave for the mark of a device, as it came
     */
    public SignInDetails(String address, @Nullable String device, Instant now) {
        this(address, device, now, now, null);
    }

    /**
     * As the other, of somebody whom a provider of identities vouches for.
     *
     * @param proven when they gave there what they sign in by
     * @param idToken what it said, as it came
     */
    public SignInDetails(
            String address, @Nullable String device, Instant now, Instant proven, @Nullable String idToken) {
        super(address, null);
        this.device = device;
        this.idToken = idToken;
        this.began = now;
        this.seen = now;
        this.proven = proven;
    }

    /** The id of the session, should one begin. */
    public UUID session() {
        return session;
    }

    public Instant began() {
        return began;
    }

    public @Nullable String device() {
        return device;
    }

    /** By which they sign out where they signed in; empty where that was here. */
    public Optional<String> idToken() {
        return Optional.ofNullable(idToken);
    }

    /** They proved it there once more, in what is another session there by now. */
    public void vouchedAgain(String newest) {
        if (idToken != null) {
            idToken = newest;
        }
    }

    /** Somebody is at work; whether that has not been written down for so long. */
    public boolean seen(Instant now, Duration step) {
        boolean isDue = !now.isBefore(seen.plus(step));
        if (isDue) {
            seen = now;
        }
        return isDue;
    }

    /** They gave once more what they sign in by. */
    public void prove(Instant now) {
        proven = now;
    }

    /** When they last gave what they sign in by. */
    public Instant proven() {
        return proven;
    }

    /** Their login had signed in from this device before, the last time then. */
    public void foundBefore(Instant last) {
        lastHere = last;
    }

    public Optional<Instant> lastHere() {
        return Optional.ofNullable(lastHere);
    }

    /** Those of the session that this thread acts in; empty for whoever came by no form. */
    public static Optional<SignInDetails> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getDetails)
                .filter(SignInDetails.class::isInstance)
                .map(SignInDetails.class::cast);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignInDetails that && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
