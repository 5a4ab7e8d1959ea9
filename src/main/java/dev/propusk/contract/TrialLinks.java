package dev.propusk.contract;

import dev.propusk.base.MacAddress;
import dev.propusk.secrets.Secrets;
import dev.propusk.security.ContractId;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Lets staff walk through the portal as a guest would, from any desk: no gateway leads them there, so the link itself says
 * which device asks, one that exists nowhere. It is signed, for one network, and for an hour.
 */
@Component
public class TrialLinks {
    /** The device of all trials, from the block for documentation (RFC 7042, section 2.1.2). */
    public static final MacAddress DEVICE = MacAddress.parse("00:00:5E:00:53:01");

    /** The query's parameter. */
    public static final String PARAMETER = "trial";

    private static final Duration VALID = Duration.ofHours(1);

    private final Secrets secrets;
    private final PublicSettings settings;
    private final Clock clock;

    TrialLinks(Secrets secrets, PublicSettings settings, Clock clock) {
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** The portal's address for a trial in this network. */
    public URI make(Contract network) {
        long end = clock.instant().plus(VALID).getEpochSecond();
        return settings.at(
                "/portal/" + network.slug() + "?" + PARAMETER + "=" + end + "." + signature(network.id(), end));
    }

    /** Whether we made this for this network, not long ago. */
    public boolean isOf(ContractId network, String trial) {
        if (!trial.matches("\\d{1,12}\\.[\\w-]{43}")) {
            return false;
        }
        int dot = trial.indexOf('.');
        long end = Long.parseLong(trial.substring(0, dot));
        return clock.instant().getEpochSecond() < end
                && MessageDigest.isEqual(
                        signature(network, end).getBytes(StandardCharsets.US_ASCII),
                        trial.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(ContractId network, long end) {
        byte[] signed = (network.value() + " " + end).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.sign("portal-trial", signed));
    }
}
