package dev.propusk.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
    private static final String HMAC = "HmacSHA256";

    /** The first one encrypts and signs; what the others have is read as well. */
    private final List<RootKey> keys = new ArrayList<>();

    private final SecureRandom random = new SecureRandom();

    Secrets(SecretSettings settings, Environment environment) {
        Path file = settings.file(environment);
        keys.add(new RootKey(
                settings.isMadeWhereMissing(environment) ? SecretKeyFile.readOrMake(file) : SecretKeyFile.read(file)));
        Path previous = settings.secretKeyPreviousFile();
        if (previous != null) {
            keys.add(new RootKey(SecretKeyFile.read(previous)));
        }
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
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), purpose, nonce);
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
        return decryptIfOurs(purpose, encrypted)
                .orElseThrow(() -> new SecretKeyException(
                        "A secret can't be decrypted with this key", "Use the key file that it was encrypted with."));
    }

    /** As {@link #decrypt}; empty: somebody else wrote it. */
    Optional<byte[]> decryptIfOurs(String purpose, byte[] encrypted) {
        return keys.stream()
                .flatMap(key -> decrypted(key, purpose, encrypted).stream())
                .findFirst();
    }

    /** Whether the key that encrypts now does not read it. */
    boolean isEncryptedByAnother(String purpose, byte[] encrypted) {
        return decrypted(keys.getFirst(), purpose, encrypted).isEmpty();
    }

    private static Optional<byte[]> decrypted(RootKey key, String purpose, byte[] encrypted) {
        if (encrypted.length < NONCE + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = new byte[NONCE];
            ByteBuffer.wrap(encrypted).get(nonce);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, purpose, nonce)
                    .doFinal(encrypted, NONCE, encrypted.length - NONCE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By it an installation knows its key again; it tells nothing of the key. */
    public byte[] fingerprint() {
        return fingerprint(keys.getFirst());
    }

    /** Whether it is the fingerprint of a key that is here. */
    public boolean isKnownBy(byte[] fingerprint) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(fingerprint(key), fingerprint));
    }

    private static byte[] fingerprint(RootKey key) {
        return sign(key.forPurpose("fingerprint"), "installation".getBytes(StandardCharsets.US_ASCII));
    }

    /** HMAC-SHA256, 32 bytes. */
    public byte[] sign(String purpose, byte[] message) {
        return sign(keys.getFirst().forPurpose(purpose), message);
    }

    /** Whether {@link #sign} has made it, with the key in use or the one beside it. */
    public boolean hasSigned(String purpose, byte[] message, byte[] signature) {
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key.forPurpose(purpose), message), signature));
    }

    /** What the key of that fingerprint signs with for a purpose. */
    byte[] signingKey(byte[] fingerprint, String purpose) {
        return keys.stream()
                .filter(key -> MessageDigest.isEqual(fingerprint(key), fingerprint))
                .findFirst()
                .map(key -> key.forPurpose(purpose))
                .orElseThrow(SecretKeyException::ofAnotherInstallation);
    }

    static byte[] sign(byte[] derived, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(derived, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, RootKey key, String purpose, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.forPurpose(purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
