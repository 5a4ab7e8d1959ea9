package dev.propusk.secrets;

import dev.propusk.base.BoundedMap;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** The key of an installation, of which those for each purpose are derived by HKDF-SHA256 (RFC 5869). */
final class RootKey {
    private static final int DERIVED = 32;

    private final byte[] key;

    /** To derive one takes several times as long as to sign with it, and each entry of the journal is signed. */
    private final BoundedMap<String, byte[]> derived = new BoundedMap<>(100);

    RootKey(byte[] key) {
        this.key = key;
    }

    /**
     * 32 bytes, nobody's to change.
     *
     * @param purpose a fixed word
     */
    byte[] forPurpose(String purpose) {
        return derived.computeIfAbsent(purpose, this::derive);
    }

    private byte[] derive(String purpose) {
        byte[] info = ("propusk " + purpose).getBytes(StandardCharsets.UTF_8);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, DERIVED));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
