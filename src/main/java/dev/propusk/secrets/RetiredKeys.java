package dev.propusk.secrets;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what was signed by this installation, with the key in use or with one that was in use before it. */
@Component
public class RetiredKeys {
    static final String PURPOSE = "retired-key";
    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{64}");

    private final JdbcClient jdbc;
    private final Secrets secrets;

    RetiredKeys(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /**
     * Whether that is a signature of ours, for that purpose, under that message.
     *
     * @param hexadecimal what should be one; it may be anything
     */
    public boolean haveSigned(String purpose, byte[] message, String hexadecimal) {
        byte[] signature = SHAPE.matcher(hexadecimal).matches() ? HexFormat.of().parseHex(hexadecimal) : new byte[0];
        if (secrets.hasSigned(purpose, message, signature)) {
            return true;
        }
        return jdbc
                .sql("select derived from retired_key where purpose = ?")
                .param(purpose)
                .query(byte[].class)
                .list()
                .stream()
                .flatMap(derived -> secrets.decryptIfOurs(PURPOSE, derived).stream())
                .map(derived -> Secrets.sign(derived, message))
                .anyMatch(ours -> MessageDigest.isEqual(ours, signature));
    }
}
