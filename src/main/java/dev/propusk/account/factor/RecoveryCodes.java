package dev.propusk.account.factor;

import dev.propusk.base.Sha256;
import dev.propusk.secrets.Secrets;
import dev.propusk.work.CostlyWork;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands in, each once, for a device that is lost. Kept as slow hashes (PBKDF2) with a salt that only our key reads: who
 * has the table alone has nothing to guess at. Those that earlier releases hashed with SHA-256 go on working.
 */
@Component
public class RecoveryCodes {
    private static final String PURPOSE = "recovery-salt";
    private static final int CODES = 8;
    private static final int LETTERS = 10;
    /** Without what is easily taken for something else. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int SALT = 32;
    private static final int ROUNDS = 100_000;
    private static final int HASH_BITS = 256;

    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final CostlyWork costly;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(Secrets secrets, JdbcClient jdbc, CostlyWork costly) {
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.costly = costly;
    }

    /** New ones of one login. */
    public static final class Drawn {
        private final List<String> codes;
        private final List<byte[]> hashes;
        private final byte[] salt;

        private Drawn(List<String> codes, List<byte[]> hashes, byte[] salt) {
            this.codes = codes;
            this.hashes = hashes;
            this.salt = salt;
        }

        /** As they are shown, once. */
        public List<String> codes() {
            return codes;
        }

        public List<byte[]> hashes() {
            return hashes;
        }

        /** Encrypted. */
        public byte[] salt() {
            return salt.clone();
        }
    }

    /** Takes about half a second; writes nothing. */
    public Drawn draw() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        List<String> codes = Stream.generate(this::code).limit(CODES).toList();
        return new Drawn(
                codes,
                costly.compute(() -> codes.stream()
                        .map(code -> slowHash(salt, letters(code)))
                        .toList()),
                secrets.encrypt(PURPOSE, salt));
    }

    /** What this may be kept as, for this login; nothing, where it can't be such a code. */
    public List<byte[]> hashes(UUID account, String typed) {
        String letters = letters(typed);
        if (letters.length() != LETTERS) {
            return List.of();
        }
        List<byte[]> hashes = new ArrayList<>(List.of(Sha256.of(letters)));
        jdbc.sql("select salt from recovery_salt where account_id = ?")
                .param(account)
                .query(byte[].class)
                .optional()
                .map(salt -> secrets.decrypt(PURPOSE, salt))
                .map(salt -> costly.compute(() -> slowHash(salt, letters)))
                .ifPresent(hashes::add);
        return hashes;
    }

    private static String letters(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static byte[] slowHash(byte[] salt, String letters) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(letters.toCharArray(), salt, ROUNDS, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String code() {
        String letters = random.ints(LETTERS, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
        return letters.substring(0, LETTERS / 2) + "-" + letters.substring(LETTERS / 2);
    }
}
