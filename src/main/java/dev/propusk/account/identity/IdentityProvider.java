package dev.propusk.account.identity;

import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of identities as it describes itself (OpenID Connect Discovery): asked when somebody first needs it, and
 * once an hour; not at the start, which must not depend on it. One asks at a time, and whoever comes meanwhile goes by what
 * it said before: where it does not answer, it holds up hardly anybody.
 */
@Component
class IdentityProvider {
    static final String ID = "oidc";
    /** Where the provider sends people back to. */
    static final String RETURN = "/login/oidc";

    private static final String END = "end_session_endpoint";
    private static final List<String> ADDRESSES = List.of("authorization_endpoint", "token_endpoint", "jwks_uri", END);
    private static final Duration KNOWN = Duration.ofHours(1);
    /** So long it is not asked again when it has not answered. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final IdentitySettings settings;
    private final PublicSettings here;
    private final Clock clock;
    private final ClientHttpRequestFactory calls = BoundedCalls.open();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(null, null, Instant.EPOCH);

    IdentityProvider(IdentitySettings settings, PublicSettings here, Clock clock) {
        this.settings = settings;
        this.here = here;
        this.clock = clock;
    }

    /**
     * What it said of itself, and as which we are registered there.
     *
     * @param why there is none
     * @param until when that is good
     */
    private record Known(
            @Nullable ClientRegistration registration,
            @Nullable IdentityRefusedException why,
            Instant until) {}

    /** @throws IdentityRefusedException where it does not answer, or answers for another one than was set */
    ClientRegistration registration() {
        Known seen = known;
        if (isOver(seen)) {
            if (seen.registration == null) {
                asking.lock();
            } else if (!asking.tryLock()) {
                return seen.registration;
            }
            try {
                seen = askedOnce();
            } finally {
                asking.unlock();
            }
        }
        if (seen.registration == null) {
            IdentityRefusedException why = Objects.requireNonNull(seen.why);
            throw new IdentityRefusedException(why.fault(), why.detail(), why);
        }
        return seen.registration;
    }

    /** Where people sign out there, as far as it has said so already. */
    Optional<URI> endOfSessions() {
        return Optional.ofNullable(known.registration)
                .map(one -> one.getProviderDetails().getConfigurationMetadata().get(END))
                .map(address -> URI.create(address.toString()));
    }

    /** By which it is called. */
    ClientHttpRequestFactory calls() {
        return calls;
    }

    private boolean isOver(Known seen) {
        return !clock.instant().isBefore(seen.until);
    }

    /** By whoever had to wait for another to ask, too. */
    private Known askedOnce() {
        if (isOver(known)) {
            known = asked(known.registration);
        }
        return known;
    }

    private Known asked(@Nullable ClientRegistration before) {
        try {
            return new Known(discover(), null, clock.instant().plus(KNOWN));
        } catch (IdentityRefusedException e) {
            return new Known(null, e, clock.instant().plus(REST));
        } catch (RestClientException | IllegalArgumentException e) {
            IdentityRefusedException away = new IdentityRefusedException(Fault.AWAY, String.valueOf(e.getMessage()), e);
            return new Known(before, away, clock.instant().plus(REST));
        }
    }

    private ClientRegistration discover() {
        String issuer = Objects.requireNonNull(settings.issuer()).toString();
        Map<String, Object> facts = new RestTemplate(calls)
                .exchange(
                        issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration",
                        HttpMethod.GET,
                        null,
                        new ParameterizedTypeReference<Map<String, Object>>() {})
                .getBody();
        if (facts == null || !issuer.equals(facts.get("issuer"))) {
            throw new IdentityRefusedException(Fault.UNTRUSTED, "the provider calls itself another issuer");
        }
        for (String name : ADDRESSES) {
            if (facts.containsKey(name) && !IdentitySettings.isSafe(URI.create(String.valueOf(facts.get(name))))) {
                throw new IdentityRefusedException(Fault.UNTRUSTED, "the provider's " + name + " has no TLS");
            }
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
