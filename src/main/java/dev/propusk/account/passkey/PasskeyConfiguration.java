package dev.propusk.account.passkey;

import dev.propusk.web.PublicSettings;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * For whom passkeys are made: the host of {@code propusk.public-url}, from that address alone. The device has to know its
 * person, by a finger, a face or a PIN, and to keep the login with the key, so that nobody has to type it.
 */
@Configuration
class PasskeyConfiguration {
    @Bean
    WebAuthnRelyingPartyOperations passkeyProtocol(PasskeyOwners owners, PasskeyStore store, PublicSettings settings) {
        PublicKeyCredentialRpEntity we = PublicKeyCredentialRpEntity.builder()
                .id(settings.at("/").getHost())
                .name("Propusk")
                .build();
        String origin = settings.at("/").toString().replaceFirst("/$", "");
        Webauthn4JRelyingPartyOperations protocol =
                new Webauthn4JRelyingPartyOperations(owners, store, we, Set.of(origin));
        protocol.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        protocol.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return protocol;
    }
}
