package dev.propusk.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Encrypts what has to be read again (a RADIUS secret, a TOTP secret), and signs.
 *
 * <p>AES-256-GCM and HMAC-SHA256; each purpose has a key of its own, derived by HKDF (RFC 5869) from the one in
 * {@code propusk.secret-key-file}. A secret encrypted for one purpose can't be decrypted for another.
 */
@Component
public class Secrets {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    Secrets(SecretSettings settings, Environment environment) {
        Path file = settings.file(environment);
        key = settings.isMadeWhereMissing(environment) ? SecretKeyFile.readOrMake(file) : SecretKeyFile.read(file);
    }

    /**
     * Encrypts, so that only {@link #decrypt} with the same purpose reads it.
     *
     * @param purpose a fixed word, such as {@code radius-secret}
     */
    public byte[] encrypt(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, purpose, nonce);
            return ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.length))
                    .put(nonce)
                    .put(cipher.doFinal(plain))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #encrypt} has written.
     *
     * @throws SecretKeyException where it was encrypted with another key or for another purpose, or was changed
     */
    public byte[] decrypt(String purpose, byte[] encrypted) {
        try {
            byte[] nonce = new byte[NONCE];
            ByteBuffer.wrap(encrypted).get(nonce);
            return cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(encrypted, NONCE, encrypted.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new SecretKeyException(
                    "A secret can't be decrypted with this key", "Use the key file that it was encrypted with.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By it an installation knows its key again; it tells nothing of the key. */
    public byte[] fingerprint() {
        return sign("fingerprint", "installation".getBytes(StandardCharsets.US_ASCII));
    }

    /** HMAC-SHA256, 32 bytes. */
    public byte[] sign(String purpose, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derive(purpose, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, derive(purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private SecretKey derive(String purpose, String algorithm) throws GeneralSecurityException {
        byte[] info = ("propusk " + purpose).getBytes(StandardCharsets.UTF_8);
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(algorithm, HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, 32));
    }
}
