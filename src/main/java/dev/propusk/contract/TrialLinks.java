package dev.propusk.contract;

import dev.propusk.base.MacAddress;
import dev.propusk.secrets.SignedTimes;
import dev.propusk.security.ContractId;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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

    private static final String PURPOSE = "portal-trial";

    private final SignedTimes times;
    private final PublicSettings settings;
    private final Clock clock;

    TrialLinks(SignedTimes times, PublicSettings settings, Clock clock) {
        this.times = times;
        this.settings = settings;
        this.clock = clock;
    }

    /** The portal's address for a trial in this network. */
    public URI make(Contract network) {
        String word =
                times.make(PURPOSE, network.id().toString(), clock.instant().plus(VALID));
        return settings.at("/portal/" + network.slug() + "?" + PARAMETER + "=" + word);
    }

    /** Whether we made this for this network, not long ago. */
    public boolean isOf(ContractId network, String trial) {
        return times.read(PURPOSE, network.toString(), trial)
                .filter(clock.instant()::isBefore)
                .isPresent();
    }
}
