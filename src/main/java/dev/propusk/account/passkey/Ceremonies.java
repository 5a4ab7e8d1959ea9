package dev.propusk.account.passkey;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of an authenticator, and what it answers, as JSON for the browser. What was asked stays on the server, with
 * the page that asked; an answer counts for it alone, once.
 */
@Component
public class Ceremonies {
    private static final Logger log = LoggerFactory.getLogger(Ceremonies.class);
    private static final int LONGEST = 20_000;
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> NEW =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SIGNED =
            new TypeReference<>() {};

    private final WebAuthnRelyingPartyOperations protocol;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Ceremonies(WebAuthnRelyingPartyOperations protocol) {
        this.protocol = protocol;
    }

    /** For a new passkey of whoever is signed in. */
    PublicKeyCredentialCreationOptions forNew(Authentication who) {
        return protocol.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    /** For a signature by a passkey of this login; null: by whichever the person chooses. */
    public PublicKeyCredentialRequestOptions forSignature(@Nullable Authentication who) {
        return protocol.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
    }

    /** As the browser reads it. */
    public String write(Object options) {
        return json.writeValueAsString(options);
    }

    /** Whether the answer was right, and is kept. */
    boolean register(PublicKeyCredentialCreationOptions asked, String answer, String label) {
        return attempt(answer, () -> {
                    protocol.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(json.readValue(answer, NEW), label)));
                    return true;
                })
                .orElse(false);
    }

    /** Whose passkey signed it; empty where that is nobody's, or the signature is wrong. */
    public Optional<UUID> signedBy(PublicKeyCredentialRequestOptions asked, String answer) {
        return attempt(
                answer,
                () -> PasskeyOwners.account(protocol.authenticate(
                                new RelyingPartyAuthenticationRequest(asked, json.readValue(answer, SIGNED)))
                        .getId()));
    }

    private interface Step<T> {
        T carriedOut();
    }

    private static <T> Optional<T> attempt(String answer, Step<T> step) {
        if (answer.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(step.carriedOut());
        } catch (VerificationException | DataConversionException | JacksonException | IllegalArgumentException e) {
            log.info("A passkey was refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
