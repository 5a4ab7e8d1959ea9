package dev.propusk.secrets.sign;

import dev.propusk.base.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A key with its certificates, as a PKCS#12 file holds it.
 *
 * @param chain its own first
 */
record KeyPairFile(PrivateKey key, List<X509Certificate> chain) {
    private static final String TYPE = "PKCS12";

    /**
     * The one that is set; empty: none is.
     *
     * @throws StartRefusedException where it can't be read
     */
    static Optional<KeyPairFile> of(SigningSettings settings) {
        return Optional.ofNullable(settings.signingKeyFile()).map(file -> read(file, settings.signingKeyPassword()));
    }

    String owner() {
        return chain.getFirst().getSubjectX500Principal().getName();
    }

    private static KeyPairFile read(Path file, String password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                    return new KeyPairFile(
                            key,
                            Arrays.stream(store.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
            throw new GeneralSecurityException("there is no key in it");
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningKeyException(
                    "The signing key " + file + " can't be used: " + e.getMessage(),
                    "propusk.signing-key-file names a PKCS#12 file, propusk.signing-key-password its password;"
                            + " `signing-key --out <file> --name <whose>` makes one.",
                    e);
        }
    }

    static void write(Path file, KeyPairFile pair, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        store.setKeyEntry(
                "propusk", pair.key(), password.toCharArray(), pair.chain().toArray(X509Certificate[]::new));
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }
}
