package dev.propusk.gateway.web;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.Admission;
import dev.propusk.gateway.Admissions;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.identification.Identified;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenCode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a gateway's question is answered. A user name that is the device's own MAC asks whether it may pass; one that is a code
 * identifies it. The password adds nothing: who knows the code, knows all.
 */
@Component
class RadiusAnswers {
    static final Map<String, Object> REJECT = Map.of("control:Auth-Type", "Reject");

    private final Admissions admissions;
    private final RadiusSettings settings;
    private final Clock clock;

    RadiusAnswers(Admissions admissions, RadiusSettings settings, Clock clock) {
        this.admissions = admissions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What FreeRADIUS is to do.
     *
     * @param contact what came of the question
     * @param isHeld whether it is told as late as every refused code
     */
    record Answer(Map<String, Object> reply, Contact contact, boolean isHeld) {
        static Answer refused(Contact why) {
            return new Answer(REJECT, why, false);
        }

        private static Answer held(Contact why) {
            return new Answer(REJECT, why, true);
        }
    }

    Answer to(GatewayCaller gateway, RadiusRequest request) {
        Optional<MacAddress> device =
                DeviceReader.read(request, gateway.meanings().device());
        if (device.isEmpty()) {
            return Answer.refused(Contact.NO_DEVICE);
        }
        String user = request.user().orElse("");
        if (MacAddress.read(user).equals(device)) {
            return answer(gateway, admissions.ask(gateway, device.get()));
        }
        return TokenCode.read(user)
                .map(code -> identify(gateway, device.get(), code))
                .orElseGet(() -> Answer.held(Contact.NO_CODE));
    }

    private Answer identify(GatewayCaller gateway, MacAddress device, TokenCode code) {
        try {
            return answer(gateway, admissions.identify(gateway, device, code));
        } catch (CodeNotAcceptedException e) {
            return Answer.held(Contact.of(e.refusal()));
        } catch (TooManyGuessesException e) {
            return Answer.held(Contact.TOO_MANY_GUESSES);
        }
    }

    /** Nobody is accepted without any time left: some gateways take none for no end. */
    private Answer answer(GatewayCaller gateway, Admission admission) {
        return admission
                .identified()
                .flatMap(device -> accept(gateway, device))
                .map(accept -> new Answer(accept, Contact.LET_IN, false))
                .orElseGet(() -> Answer.refused(Contact.notLetIn(admission)));
    }

    private Optional<Map<String, Object>> accept(GatewayCaller gateway, Identified device) {
        Optional<Duration> left =
                device.until().map(end -> Duration.ofSeconds(AdmissionResource.secondsUntil(end, clock.instant())));
        if (left.filter(Duration::isZero).isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> accept = new LinkedHashMap<>();
        accept.put("control:Auth-Type", "Accept");
        accept.put("reply:Acct-Interim-Interval", settings.interimInterval().toSeconds());
        gateway.mayPass(left).ifPresent(time -> accept.put("reply:Session-Timeout", time.toSeconds()));
        gateway.equipment()
                .limits()
                .reply(device)
                .forEach((attribute, value) -> accept.put("reply:" + attribute, value));
        return Optional.of(accept);
    }
}
