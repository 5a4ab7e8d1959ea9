package dev.propusk.gateway.web;

import dev.propusk.api.Input;
import dev.propusk.api.Inputs;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.Admission;
import dev.propusk.gateway.Admissions;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.identification.RejectionPace;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two calls of a gateway: a device connected, and what its guest typed. */
@RestController
@RequestMapping("/gateway/v1")
class GatewayController {
    private static final int LONGEST = 100;

    private final Admissions admissions;
    private final RejectionPace pace;
    private final Inputs inputs;
    private final Contacts contacts;
    private final Clock clock;

    GatewayController(Admissions admissions, RejectionPace pace, Inputs inputs, Contacts contacts, Clock clock) {
        this.admissions = admissions;
        this.pace = pace;
        this.inputs = inputs;
        this.contacts = contacts;
        this.clock = clock;
    }

    @PostMapping("/connect")
    AdmissionResource connect(@AuthenticationPrincipal GatewayCaller gateway, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Input input = inputs.body(request);
        MacAddress device = input.requiredMac("mac");
        input.check();
        Admission admission = admissions.connect(gateway, device);
        note(gateway, Contact.of(admission), request);
        return AdmissionResource.of(admission, clock.instant());
    }

    private void note(GatewayCaller gateway, Contact contact, HttpServletRequest request) {
        contacts.note(gateway.contract(), gateway.gateway(), contact, new Sender(request.getRemoteAddr(), null));
    }

    @PostMapping("/identify")
    Object identify(@AuthenticationPrincipal GatewayCaller gateway, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        long arrival = pace.arrival();
        Input input = inputs.body(request);
        MacAddress device = input.requiredMac("mac");
        String identifier = input.text("identifier", LONGEST);
        if (identifier == null) {
            input.wrong("identifier", "problem.field.required");
        }
        input.check();
        return Optional.ofNullable(identifier)
                .flatMap(TokenCode::read)
                .map(code -> identify(gateway, device, code, arrival, request))
                .orElseGet(() -> {
                    note(gateway, Contact.NO_CODE, request);
                    return refuse(arrival);
                });
    }

    private Object identify(
            GatewayCaller gateway, MacAddress device, TokenCode code, long arrival, HttpServletRequest request) {
        try {
            Admission admission = admissions.identify(gateway, device, code);
            note(gateway, Contact.of(admission), request);
            return AdmissionResource.of(admission, clock.instant());
        } catch (CodeNotAcceptedException e) {
            note(gateway, Contact.of(e.refusal()), request);
            return refuse(arrival);
        } catch (TooManyGuessesException e) {
            note(gateway, Contact.TOO_MANY_GUESSES, request);
            throw e;
        }
    }

    /** Spring waits for it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private Object refuse(long arrival) {
        return pace.hold(arrival, new NotAcceptedException()).thenCompose(CompletableFuture::failedFuture);
    }
}
