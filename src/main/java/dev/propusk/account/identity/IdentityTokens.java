package dev.propusk.account.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Gets the ID token for what a browser brought back, and checks it (OpenID Connect Core 1.0, section 3.1.3.7): signed by a
 * key that the provider publishes now, by an algorithm with two keys, for us, for this very attempt, and not too old. No
 * other token is kept or used.
 */
@Component
class IdentityTokens {
    private static final Set<SignatureAlgorithm> TRUSTED = Set.of(SignatureAlgorithm.values());
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final IdentityProvider provider;
    private final Clock clock;
    private volatile Decoding decoding = new Decoding("", token -> {
        throw new IllegalStateException();
    });

    IdentityTokens(IdentityProvider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    private record Decoding(String keys, JwtDecoder decoder) {}

    AuthenticationProvider protocol() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(provider.calls())
                .configureMessageConverters(all -> all.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        OidcAuthorizationCodeAuthenticationProvider protocol = new OidcAuthorizationCodeAuthenticationProvider(
                codes, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        protocol.setJwtDecoderFactory(this::decoder);
        return protocol;
    }

    /** Keeps the keys, and asks for them anew where a token names one that is not among them. */
    private JwtDecoder decoder(ClientRegistration registration) {
        String keys = Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri());
        Decoding current = decoding;
        if (!current.keys.equals(keys)) {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                    .restOperations(new RestTemplate(provider.calls()))
                    .jwsAlgorithms(algorithms -> algorithms.addAll(TRUSTED))
                    .build();
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
            times.setClock(clock);
            OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
            claims.setClock(clock);
            claims.setClockSkew(SKEW);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
            current = new Decoding(keys, decoder);
            decoding = current;
        }
        return current.decoder;
    }
}
