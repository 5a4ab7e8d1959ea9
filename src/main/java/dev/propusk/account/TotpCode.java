package dev.propusk.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** What somebody typed for the code that a device makes from a shared secret and the time (TOTP, RFC 6238): 6 digits. */
record TotpCode(String typed) {
    static final int STEP_SECONDS = 30;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    /** Which step of the secret's clock it is for: that of now, or one to either side; empty where it is none of these. */
    OptionalLong stepOf(byte[] secret, Instant now) {
        long step = now.getEpochSecond() / STEP_SECONDS;
        String digits = typed.replaceAll("\\s", "");
        return LongStream.of(step, step - 1, step + 1)
                .filter(near -> matches(secret, near, digits))
                .findFirst();
    }

    private static boolean matches(byte[] secret, long step, String digits) {
        try {
            Instant time = Instant.ofEpochSecond(step * STEP_SECONDS);
            String expected = GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), time, Locale.ROOT);
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
