package dev.propusk.secrets.sign;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** An authority outside of the house that says when something was there (RFC 3161); it sees a hash of it and no more. */
@Component
public class TimeStampAuthority {
    private static final Logger log = LoggerFactory.getLogger(TimeStampAuthority.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NONCE_BITS = 64;

    private final @Nullable URI address;
    private final TrustedStamps trusted;
    private final SecureRandom random = new SecureRandom();
    private final Counter failures;

    TimeStampAuthority(SigningSettings settings, MeterRegistry meters) {
        this.address = settings.timeStampAuthority();
        this.trusted = TrustedStamps.of(settings.timeStampCertificates());
        this.failures = Counter.builder("propusk.time.stamp.failures")
                .description("Time stamps that the authority did not give")
                .register(meters);
    }

    public boolean isSet() {
        return address != null;
    }

    /** Empty: none is set, or it gave none, which is told and counted. */
    Optional<byte[]> stampIfSet(byte[] hash) {
        try {
            return isSet() ? Optional.of(stamp(hash)) : Optional.empty();
        } catch (TimeStampException e) {
            log.warn("No time stamp came from {}: {}", address, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Has it stamped; takes as long as the network does.
     *
     * @param hash SHA-256 of what is stamped
     * @return the token, in DER
     */
    public byte[] stamp(byte[] hash) throws TimeStampException {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request =
                    generator.generate(TSPAlgorithms.SHA256, hash, new BigInteger(NONCE_BITS, random));
            AuthorityCall call = new AuthorityCall(Objects.requireNonNull(address), PATIENCE);
            TimeStampResponse response = new TimeStampResponse(call.send(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new TimeStampException("it refused: " + response.getStatusString());
            }
            trusted.check(token);
            return token.getEncoded();
        } catch (IOException | TSPException | RuntimeException e) {
            // Bouncy Castle throws whatever it comes upon in bytes that are no answer
            failures.increment();
            throw new TimeStampException(String.valueOf(e.getMessage()), e);
        } catch (TimeStampException e) {
            failures.increment();
            throw e;
        }
    }

    /** When what has that hash was there, as the token says; it must be a sound one, of an authority that is trusted. */
    public Instant time(byte[] token, byte[] hash) throws TimeStampException {
        return trusted.time(token, hash);
    }
}
