package dev.propusk.account.identity;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import dev.propusk.security.SignInDetails;
import dev.propusk.web.PublicSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where whoever signs out goes: who came by the provider of identities signs out there too, and comes back to our page to
 * sign in (OpenID Connect RP-Initiated Logout 1.0); everybody else to that page at once.
 */
@Component
class SignOutAtProvider extends SimpleUrlLogoutSuccessHandler {
    private final IdentitySettings settings;
    private final IdentityProvider provider;
    private final PublicSettings here;

    SignOutAtProvider(IdentitySettings settings, IdentityProvider provider, PublicSettings here) {
        this.settings = settings;
        this.provider = provider;
        this.here = here;
        setRedirectStrategy(new UidlRedirectStrategy());
        setDefaultTargetUrl("/");
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        Optional<String> token = authentication != null && authentication.getDetails() instanceof SignInDetails details
                ? details.idToken()
                : Optional.empty();
        return token.flatMap(hint -> provider.endOfSessions().map(end -> address(end, hint)))
                .orElseGet(this::getDefaultTargetUrl);
    }

    private String address(URI end, String hint) {
        return UriComponentsBuilder.fromUri(end)
                .queryParam("id_token_hint", "{hint}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(hint, settings.clientId(), here.at("/login"))
                .toUriString();
    }
}
