package dev.propusk.portal;

import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.identification.Identification;
import dev.propusk.identification.Identified;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Whether the device that asks is held captive (RFC 8908). */
@Service
public class CaptiveStates {
    private final DeviceSessions sessions;
    private final Identification identification;
    private final Clock clock;

    CaptiveStates(DeviceSessions sessions, Identification identification, Clock clock) {
        this.sessions = sessions;
        this.identification = identification;
        this.clock = clock;
    }

    /**
     * A device is known by its gateway's signature, or by the address with which a gateway reported it online; never by
     * what a link says.
     */
    public Optional<CaptiveState> of(Visit visit) {
        return visit.signer()
                .flatMap(gateway -> visit.device())
                .or(() -> sessions.deviceAt(visit.network().id(), visit.client()))
                .map(device -> identification.find(visit.network().id(), device))
                .map(identified -> new CaptiveState(
                        identified.isEmpty(),
                        identified
                                .flatMap(Identified::until)
                                .map(end ->
                                        Duration.between(clock.instant(), end).toSeconds()),
                        identified.flatMap(Identified::octetsLeft)));
    }
}
