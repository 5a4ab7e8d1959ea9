package dev.propusk.secrets;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts another key in the place of the one in use, in the transaction that it is called in: what is encrypted is encrypted anew, and what the old
 * one signed with is kept, encrypted, so that its signatures can be told from others'.
 */
public final class KeyRotation {
    /** What is encrypted, and for which purpose. */
    record Encrypted(String table, String column, String purpose) {}

    static final List<Encrypted> ENCRYPTED = List.of(
            new Encrypted("account", "totp_secret", "totp-secret"),
            new Encrypted("recovery_salt", "salt", "recovery-salt"),
            new Encrypted("gateway", "radius_secret", "radius-secret"),
            new Encrypted("gateway", "redirect_secret", "redirect-secret"),
            new Encrypted("gateway_controller", "secret", "controller-secret"),
            new Encrypted("webhook", "secret", "webhook-secret"),
            new Encrypted("webhook", "previous_secret", "webhook-secret"),
            new Encrypted("retired_key", "derived", RetiredKeys.PURPOSE));

    private static final List<String> SIGNED =
            List.of("journal-seal", "journal-seal-2", "journal-entry", "journal-proof", "certificate");

    /**
     * What was done.
     *
     * @param isFirst whether the new key is in use only since then
     * @param secrets how many were encrypted anew
     */
    public record Done(boolean isFirst, int secrets) {}

    private final JdbcClient jdbc;

    public KeyRotation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Does it; where it was done already, whatever a node has encrypted with the old key since is done.
     *
     * @param old the key that is set, with the one beside it
     * @param next the file of the new one
     * @throws SecretKeyException where the database belongs to neither
     */
    public Done rotate(KeyPlace old, Path next) {
        Secrets from = old.secrets();
        Secrets to = new KeyPlace(next, old.file(), false).secrets();
        byte[] known = jdbc.sql("select key_fingerprint from installation where key_fingerprint is not null for update")
                .query(byte[].class)
                .optional()
                .orElseThrow(SecretKeyException::ofAnotherInstallation);
        boolean isFirst = !MessageDigest.isEqual(known, to.fingerprint());
        if (isFirst && !from.isKnownBy(known)) {
            throw SecretKeyException.ofAnotherInstallation();
        }
        int done = 0;
        for (Encrypted each : ENCRYPTED) {
            done += encryptAnew(each, to);
        }
        if (isFirst) {
            retire(known, from, to);
        }
        return new Done(isFirst, done);
    }

    /** What the new key decrypts is left as it is. */
    private int encryptAnew(Encrypted each, Secrets to) {
        List<byte[]> all = jdbc.sql("select " + each.column() + " from " + each.table() + " where " + each.column()
                        + " is not null for update")
                .query(byte[].class)
                .list();
        int done = 0;
        for (byte[] stored : all) {
            if (to.isEncryptedByAnother(each.purpose(), stored)) {
                done += jdbc.sql("update " + each.table() + " set " + each.column() + " = ? where " + each.column()
                                + " = ?")
                        .params(to.encrypt(each.purpose(), to.decrypt(each.purpose(), stored)), stored)
                        .update();
            }
        }
        return done;
    }

    private void retire(byte[] known, Secrets from, Secrets to) {
        for (String purpose : SIGNED) {
            jdbc.sql(
                            "insert into retired_key (fingerprint, purpose, derived, retired_at) values (?, ?, ?, utc_timestamp(6))")
                    .params(known, purpose, to.encrypt(RetiredKeys.PURPOSE, from.signingKey(known, purpose)))
                    .update();
        }
        jdbc.sql("update installation set key_fingerprint = ?, key_since = utc_timestamp(6)")
                .param(to.fingerprint())
                .update();
    }
}
