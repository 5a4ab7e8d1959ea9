package dev.propusk.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** What a device would show. */
final class TestCodes {
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    String at(Instant time, TotpSecret secret) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret.bytes(), generator.getAlgorithm()), time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
