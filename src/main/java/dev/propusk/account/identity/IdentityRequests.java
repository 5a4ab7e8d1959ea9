package dev.propusk.account.identity;

import dev.propusk.panel.PanelSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sends people to the provider of identities: by authorization code with PKCE, state and nonce, all three kept with the
 * session that asked. Begun within the panel's own requests; there is no address that another site could lead to.
 */
@Component
public class IdentityRequests {
    private static final String SINCE = IdentityRequests.class.getName() + ".since";
    private static final String BACK = IdentityRequests.class.getName() + ".back";

    private final IdentitySettings settings;
    private final PanelSettings panel;
    private final Clock clock;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final HttpSessionOAuth2AuthorizationRequestRepository waiting =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    IdentityRequests(IdentitySettings settings, IdentityProvider provider, PanelSettings panel, Clock clock) {
        this.settings = settings;
        this.panel = panel;
        this.clock = clock;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(id -> provider.registration(), "/none");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /**
     * Where somebody goes to sign in.
     *
     * @throws IdentityRefusedException where the provider does not answer
     */
    public String signIn() {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("max_age", panel.longest().toSeconds());
        if (!settings.secondFactorAcr().isEmpty()) {
            more.put("acr_values", String.join(" ", settings.secondFactorAcr()));
        }
        return begin(more, null);
    }

    /**
     * Where whoever is signed in goes to prove once more who they are.
     *
     * @param back the page of the panel where they go on
     * @throws IdentityRefusedException as above
     */
    public String proof(String back) {
        return begin(Map.of("prompt", "login", "max_age", 0), back);
    }

    /** What a browser that came back was sent with; null: nothing, or something else. */
    @Nullable
    Asked asked(HttpServletRequest request) {
        OAuth2AuthorizationRequest asked = waiting.loadAuthorizationRequest(request);
        return asked == null
                ? null
                : new Asked((Instant) Objects.requireNonNull(asked.getAttribute(SINCE)), asked.getAttribute(BACK));
    }

    /** @param back where a proof goes on; null: it was no proof that was asked for */
    record Asked(Instant since, @Nullable String back) {}

    HttpSessionOAuth2AuthorizationRequestRepository waiting() {
        return waiting;
    }

    private String begin(Map<String, Object> more, @Nullable String back) {
        ServletRequestAttributes attributes =
                (ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes());
        HttpServletRequest request = attributes.getRequest();
        OAuth2AuthorizationRequest plain = Objects.requireNonNull(requests.resolve(request, IdentityProvider.ID));
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.from(plain)
                .additionalParameters(all -> all.putAll(more))
                .attributes(all -> {
                    all.put(SINCE, clock.instant());
                    if (back != null) {
                        all.put(BACK, back);
                    }
                })
                .build();
        HttpServletResponse response = Objects.requireNonNull(attributes.getResponse());
        waiting.saveAuthorizationRequest(asked, request, response);
        return asked.getAuthorizationRequestUri();
    }
}
