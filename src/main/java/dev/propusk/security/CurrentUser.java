package dev.propusk.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Who acts in this thread, and in which contract. */
@Component
public class CurrentUser {
    /** The login that is signed in to the panel; empty for guests, keys and jobs. */
    public Optional<PanelUser> panelUser() {
        return Optional.ofNullable(authentication())
                .map(Authentication::getPrincipal)
                .filter(PanelUser.class::isInstance)
                .map(PanelUser.class::cast);
    }

    /** The customer's own software that signed in with an API key; empty for everybody else. */
    public Optional<KeyUser> keyUser() {
        return Optional.ofNullable(authentication())
                .map(Authentication::getPrincipal)
                .filter(KeyUser.class::isInstance)
                .map(KeyUser.class::cast);
    }

    /**
     * The contract that the signed-in login or key belongs to.
     *
     * @throws AccessDeniedException for the provider's logins and where nobody is signed in
     */
    public ContractId contract() {
        return panelUser()
                .flatMap(PanelUser::contract)
                .or(() -> keyUser().map(KeyUser::contract))
                .orElseThrow(() -> new AccessDeniedException("No contract is signed in"));
    }

    /** Who the journal names for what happens now. */
    public Actor actor() {
        Authentication authentication = authentication();
        if (authentication == null) {
            return Actor.SYSTEM;
        }
        String address = authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
        if (authentication instanceof AnonymousAuthenticationToken) {
            return new Actor(Actor.Kind.GUEST, "guest", address);
        }
        return authentication.getPrincipal() instanceof Acting acting
                ? new Actor(acting.kind(), acting.actorName(), address)
                : new Actor(Actor.Kind.LOGIN, authentication.getName(), address);
    }

    private static @Nullable Authentication authentication() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
