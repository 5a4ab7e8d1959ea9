package dev.propusk.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Somebody in the panel, by half or wholly.
 *
 * @param id of the session in the list of sessions; null where it is not in it: by half, or begun by no sign-in
 * @param began when the password was given; null as above
 */
public record PanelSession(
        PanelUser user,
        @Nullable UUID id,
        boolean isWhole,
        @Nullable Instant began) {
    /** The one behind what a session holds; empty for everybody who is not of the panel. */
    public static Optional<PanelSession> of(@Nullable Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        boolean isWhole = authentication.getPrincipal() instanceof PanelUser;
        SignInDetails details = authentication.getDetails() instanceof SignInDetails known ? known : null;
        return PanelUser.of(authentication.getPrincipal())
                .map(user -> new PanelSession(
                        user,
                        isWhole && details != null ? details.session() : null,
                        isWhole,
                        details == null ? null : details.began()));
    }
}
