package dev.propusk.gateway;

import dev.propusk.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shared with a gateway, kept encrypted. */
@Component
public class GatewaySecrets {
    private static final String RADIUS = "radius-secret";
    private static final String REDIRECT = "redirect-secret";

    private final Secrets secrets;

    GatewaySecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] encryptRadius(String secret) {
        return secrets.encrypt(RADIUS, bytes(secret));
    }

    byte[] encryptRedirect(String secret) {
        return secrets.encrypt(REDIRECT, bytes(secret));
    }

    public Optional<byte[]> radius(Gateway gateway) {
        return Optional.ofNullable(gateway.radiusSecret()).map(secret -> secrets.decrypt(RADIUS, secret));
    }

    public Optional<byte[]> redirect(Gateway gateway) {
        return Optional.ofNullable(gateway.redirectSecret()).map(secret -> secrets.decrypt(REDIRECT, secret));
    }

    /**
     * Whether nothing is left to be done to a secret.
     *
     * @param wanted null: it stays as it is, unless it is forgotten
     */
    static boolean isAlready(Optional<byte[]> now, @Nullable String wanted, boolean forgotten) {
        return forgotten
                ? now.isEmpty()
                : wanted == null
                        || now.filter(secret -> MessageDigest.isEqual(secret, bytes(wanted)))
                                .isPresent();
    }
}
