package dev.propusk.secrets.sign;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key that certificates are signed with, where there is one. */
@Component
public class SigningKey {
    /** For a stamp with its authority's certificates. */
    private static final int ROOM_OF_STAMP = 12 * 1024;
    /** By so many bytes signatures of one key differ, if they do. */
    private static final int DIFFERENCE = 8;

    private final @Nullable KeyPairFile pair;
    private final TimeStampAuthority authority;

    /** @throws dev.propusk.base.StartRefusedException where one is set and can't be used */
    SigningKey(SigningSettings settings, TimeStampAuthority authority) {
        this.pair = KeyPairFile.of(settings).orElse(null);
        this.authority = authority;
    }

    /** Empty: nothing is signed. */
    public Optional<String> owner() {
        return Optional.ofNullable(pair).map(KeyPairFile::owner);
    }

    /** How many bytes a signature has at most; without a stamp hardly more than it needs, so that nothing hides there. */
    public int room() {
        if (pair == null) {
            return 0;
        }
        int exact = DetachedSignature.unstamped(pair, new byte[0]).length;
        int spare = pair.key().getAlgorithm().equals("RSA") ? 0 : DIFFERENCE;
        return exact + spare + (authority.isSet() ? ROOM_OF_STAMP : 0);
    }

    /**
     * A signature of the content, beside it: CMS as PAdES baseline B wants it (ETSI EN 319 142-1), and B-T where an
     * authority stamps it. Slow where one does: it is asked over the network.
     *
     * @throws IllegalStateException where there is no key
     */
    public byte[] sign(byte[] content) {
        if (pair == null) {
            throw new IllegalStateException("There is no key to sign with");
        }
        return DetachedSignature.of(pair, content, authority);
    }
}
