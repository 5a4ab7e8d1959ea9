package dev.propusk.account.install;

import dev.propusk.account.SecondFactor;
import dev.propusk.secrets.SecretKeyException;
import dev.propusk.secrets.Secrets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows an installation's key again, by something signed with it: with another one, secrets can't be read, and the journal
 * would be sealed by a hand that nobody knows.
 */
@Component
class KeyFingerprint {
    private final JdbcClient jdbc;
    private final Secrets secrets;

    KeyFingerprint(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** @throws SecretKeyException where the database belongs to another key; nothing is changed then */
    void check() {
        byte[] ours = secrets.fingerprint();
        Optional<byte[]> known = jdbc.sql("select key_fingerprint from installation where key_fingerprint is not null")
                .query(byte[].class)
                .optional();
        if (known.isEmpty()) {
            // data of a version that kept none: whose key it is shows where it has encrypted something
            SecondFactor.readOne(jdbc, secrets);
            jdbc.sql("update installation set key_fingerprint = ? where key_fingerprint is null")
                    .param(ours)
                    .update();
        } else if (!MessageDigest.isEqual(known.get(), ours)) {
            throw SecretKeyException.ofAnotherInstallation();
        }
    }
}
