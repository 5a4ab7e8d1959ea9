package dev.propusk.gateway.web;

import dev.propusk.api.Inputs;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.UnkeptReason;
import dev.propusk.gateway.session.UnkeptReports;
import dev.propusk.gateway.web.RadiusAnswers.Answer;
import dev.propusk.gateway.web.RadiusOrigins.Asking;
import dev.propusk.identification.RejectionPace;
import dev.propusk.token.search.LiveTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What FreeRADIUS asks and reports for a gateway, with that gateway's key or with its own.
 */
@RestController
@RequestMapping("/gateway/v1/radius")
class RadiusController {
    private static final Logger log = LoggerFactory.getLogger(RadiusController.class);

    private final RadiusOrigins origins;
    private final TrialAnswers trials;
    private final RadiusAnswers answers;
    private final Accounting accounting;
    private final UnkeptReports unkept;
    private final LiveTokens tokens;
    private final RejectionPace pace;
    private final Inputs inputs;
    private final Contacts contacts;

    RadiusController(
            RadiusOrigins origins,
            TrialAnswers trials,
            RadiusAnswers answers,
            Accounting accounting,
            UnkeptReports unkept,
            LiveTokens tokens,
            RejectionPace pace,
            Inputs inputs,
            Contacts contacts) {
        this.origins = origins;
        this.trials = trials;
        this.answers = answers;
        this.accounting = accounting;
        this.unkept = unkept;
        this.tokens = tokens;
        this.pace = pace;
        this.inputs = inputs;
        this.contacts = contacts;
    }

    @PostMapping("/authorize")
    Object authorize(HttpServletRequest call, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        long arrival = pace.arrival();
        RadiusRequest request = packet(call);
        if (trials.answer(RadiusOrigins.caller(), RadiusOrigins.source(call), request)) {
            return RadiusAnswers.REJECT;
        }
        Optional<Asking> found = origins.gateway(request, call, response);
        if (found.isEmpty()) {
            return RadiusAnswers.REJECT;
        }
        try (Asking asking = found.get()) {
            Answer answer = answer(asking.gateway(), request);
            note(asking.gateway(), answer.contact(), request, call);
            return answer.isHeld() ? pace.hold(arrival, answer.reply()) : answer.reply();
        }
    }

    private Answer answer(GatewayCaller gateway, RadiusRequest request) {
        return isItsOwn(gateway, request) ? answers.to(gateway, request) : Answer.refused(Contact.OTHER_NAME);
    }

    private void note(GatewayCaller gateway, Contact contact, RadiusRequest request, HttpServletRequest call) {
        contacts.note(
                gateway.contract(),
                gateway.gateway(),
                contact,
                Sender.of(RadiusOrigins.source(call).map(NetworkAddress::shown), request.text("NAS-Identifier")));
    }

    private RadiusRequest packet(HttpServletRequest call) throws IOException, HttpMediaTypeNotSupportedException {
        return RadiusRequest.of(inputs.members(call, Inputs.MOST_OF_PACKET));
    }

    /**
     * A report, with what FreeRADIUS knows beside it: where the packet came from, and its Event-Timestamp in seconds since
     * 1970.
     */
    @PostMapping("/accounting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accounting(HttpServletRequest call, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        RadiusRequest request = packet(call);
        AccountingReader reader =
                new AccountingReader(request, call.getHeader(RadiusOrigins.SOURCE), call.getHeader("X-Radius-Event"));
        Optional<Asking> found = origins.gateway(request, call, response);
        if (found.isPresent()) {
            try (Asking asking = found.get()) {
                account(asking.gateway(), request, reader);
                note(asking.gateway(), Contact.REPORTED, request, call);
            }
        }
    }

    private void account(GatewayCaller gateway, RadiusRequest request, AccountingReader reader) {
        if (!isItsOwn(gateway, request)) {
            unkept.count(gateway, UnkeptReason.OTHER_NAME);
            return;
        }
        switch (request.text("Acct-Status-Type").orElse("")) {
            case "Start" -> report(gateway, reader, AccountingReport.Kind.START);
            case "Interim-Update", "Alive" -> report(gateway, reader, AccountingReport.Kind.INTERIM);
            case "Stop" -> report(gateway, reader, AccountingReport.Kind.STOP);
            case "Accounting-On" -> accounting.restarted(gateway, reader.restart(true));
            case "Accounting-Off" -> accounting.restarted(gateway, reader.restart(false));
            default -> unkept.count(gateway, UnkeptReason.OTHER_KIND);
        }
    }

    private void report(GatewayCaller gateway, AccountingReader reader, AccountingReport.Kind kind) {
        Optional<String> session = reader.request().text("Acct-Session-Id");
        Optional<MacAddress> device = DeviceReader.read(
                        reader.request(), gateway.meanings().device())
                .or(() -> reader.token().flatMap(code -> tokens.onlyDevice(gateway.contract(), code)));
        if (session.isEmpty() || device.isEmpty()) {
            unkept.count(gateway, session.isEmpty() ? UnkeptReason.NO_SESSION : UnkeptReason.NO_DEVICE);
            return;
        }
        accounting.report(gateway, reader.report(kind, session.get(), device.get()));
    }

    /** One gateway must not speak for another one behind the same address. */
    private static boolean isItsOwn(GatewayCaller gateway, RadiusRequest request) {
        boolean own = gateway.speaks(AskedReader.read(request));
        if (!own) {
            log.warn("Gateway {} of contract {} calls itself otherwise in RADIUS", gateway.name(), gateway.contract());
        }
        return own;
    }
}
