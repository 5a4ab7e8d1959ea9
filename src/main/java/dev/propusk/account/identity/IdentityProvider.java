package dev.propusk.account.identity;

import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of identities as it describes itself (OpenID Connect Discovery): asked when somebody first needs it, and
 * once an hour; not at the start, which must not depend on it.
 */
@Component
class IdentityProvider {
    static final String ID = "oidc";
    /** Where the provider sends people back to. */
    static final String RETURN = "/login/oidc";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KNOWN = Duration.ofHours(1);

    private final IdentitySettings settings;
    private final PublicSettings here;
    private final Clock clock;
    private final JdkClientHttpRequestFactory connections;
    private volatile @Nullable Known known;

    IdentityProvider(IdentitySettings settings, PublicSettings here, Clock clock) {
        this.settings = settings;
        this.here = here;
        this.clock = clock;
        this.connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        connections.setReadTimeout(PATIENCE);
    }

    private record Known(ClientRegistration registration, Instant at) {}

    /**
     * What it said of itself, and as which we are registered there.
     *
     * @throws IdentityRefusedException where it does not answer, or answers for another one than was set
     */
    ClientRegistration registration() {
        Known seen = known;
        if (seen != null && clock.instant().isBefore(seen.at.plus(KNOWN))) {
            return seen.registration;
        }
        try {
            Known next = new Known(discover(), clock.instant());
            known = next;
            return next.registration;
        } catch (RestClientException | IllegalArgumentException e) {
            if (seen != null) {
                return seen.registration;
            }
            throw new IdentityRefusedException(Fault.AWAY, String.valueOf(e.getMessage()), e);
        }
    }

    /** Where people sign out there, as far as it has said so already. */
    Optional<URI> endOfSessions() {
        return Optional.ofNullable(known)
                .map(one -> one.registration.getProviderDetails().getConfigurationMetadata())
                .map(facts -> facts.get("end_session_endpoint"))
                .map(address -> URI.create(address.toString()));
    }

    /** Calls to it are bounded in time, and follow no redirect. */
    JdkClientHttpRequestFactory connections() {
        return connections;
    }

    private ClientRegistration discover() {
        String issuer = Objects.requireNonNull(settings.issuer()).toString();
        Map<String, Object> facts = new RestTemplate(connections)
                .exchange(
                        issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration",
                        HttpMethod.GET,
                        null,
                        new ParameterizedTypeReference<Map<String, Object>>() {})
                .getBody();
        if (facts == null || !issuer.equals(facts.get("issuer"))) {
            throw new IdentityRefusedException(Fault.UNTRUSTED, "the provider calls itself another issuer");
        }
        return ClientRegistrations.fromOidcConfiguration(facts)
                .registrationId(ID)
                .clientId(Objects.requireNonNull(settings.clientId()))
                .clientSecret(Objects.requireNonNull(settings.clientSecret()))
                .scope(settings.scopes())
                .redirectUri(here.at(RETURN).toString())
                .build();
    }
}
