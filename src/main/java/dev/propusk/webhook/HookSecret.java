package dev.propusk.webhook;

import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.KeyForm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a contract's events are signed with: {@code whsec_} and 256 random bits, as many as a signature has.
 *
 * <p>Nobody shows it to us, we sign with it: so it is kept encrypted and not, as other keys are, as its hash
 * ({@link HookTable}).
 */
record HookSecret(IssuedKey key) {
    private static final KeyForm FORM = new KeyForm("whsec_", 43);

    static HookSecret issue() {
        return new HookSecret(FORM.issue());
    }

    String text() {
        return key.value();
    }

    /** HMAC-SHA256 over {@code <timestamp>.<body>}, in hexadecimal; the key is the secret's text. */
    String sign(long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
