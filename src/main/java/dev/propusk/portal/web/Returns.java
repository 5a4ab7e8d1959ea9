package dev.propusk.portal.web;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.secrets.SignedTimes;
import dev.propusk.web.PublicSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Addresses for guests who are handed back to equipment that signs nothing, and come from there: what is known of their device
 * is told to them, since they have entered a code for it, for two hours, and to nobody else.
 */
@Component
class Returns {
    private static final String PARAMETER = "back";
    private static final String PURPOSE = "portal-return";
    private static final Duration VALID = Duration.ofHours(2);

    private final SignedTimes times;
    private final PublicSettings settings;
    private final Clock clock;

    Returns(SignedTimes times, PublicSettings settings, Clock clock) {
        this.times = times;
        this.settings = settings;
        this.clock = clock;
    }

    /** The same address for a guest who has entered a code for this device. */
    Query of(Query query, Contract network, MacAddress device) {
        return query.put(
                PARAMETER,
                times.make(PURPOSE, about(network, device), clock.instant().plus(VALID)));
    }

    /** As equipment writes it into a redirect. */
    String page(Query query, Contract network, MacAddress device) {
        return settings.publicUrl() + of(query, network, device).address();
    }

    /** When {@link #of} made the address that is asked for; empty where it did not, for this device, or it is too old. */
    Optional<Instant> since(Query query, Contract network, MacAddress device) {
        return query.value(PARAMETER)
                .flatMap(word -> times.read(PURPOSE, about(network, device), word))
                .filter(clock.instant()::isBefore)
                .map(until -> until.minus(VALID));
    }

    private static String about(Contract network, MacAddress device) {
        return network.id() + " " + device;
    }
}
