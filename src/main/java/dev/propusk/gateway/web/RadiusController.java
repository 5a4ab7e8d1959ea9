package dev.propusk.gateway.web;

import dev.propusk.api.Inputs;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.Admission;
import dev.propusk.gateway.Admissions;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.UnkeptReason;
import dev.propusk.gateway.session.UnkeptReports;
import dev.propusk.gateway.web.RadiusOrigins.Asking;
import dev.propusk.identification.Identified;
import dev.propusk.identification.RejectionPace;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenCode;
import dev.propusk.token.search.LiveTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What FreeRADIUS asks for a gateway, with that gateway's key or with its own. A user name that is the device's own MAC asks whether it
 * may pass; one that is a code identifies it. The password adds nothing: who knows the code, knows all.
 */
@RestController
@RequestMapping("/gateway/v1/radius")
class RadiusController {
    private static final Logger log = LoggerFactory.getLogger(RadiusController.class);
    private static final Map<String, Object> REJECT = Map.of("control:Auth-Type", "Reject");

    private final RadiusOrigins origins;
    private final Admissions admissions;
    private final Accounting accounting;
    private final UnkeptReports unkept;
    private final LiveTokens tokens;
    private final RejectionPace pace;
    private final Inputs inputs;
    private final RadiusSettings settings;
    private final Clock clock;

    RadiusController(
            RadiusOrigins origins,
            Admissions admissions,
            Accounting accounting,
            UnkeptReports unkept,
            LiveTokens tokens,
            RejectionPace pace,
            Inputs inputs,
            RadiusSettings settings,
            Clock clock) {
        this.origins = origins;
        this.admissions = admissions;
        this.accounting = accounting;
        this.unkept = unkept;
        this.tokens = tokens;
        this.pace = pace;
        this.inputs = inputs;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/authorize")
    Object authorize(HttpServletRequest call, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotSupportedException {
        long arrival = pace.arrival();
        RadiusRequest request = packet(call);
        Optional<Asking> found = origins.gateway(request, call, response);
        if (found.isEmpty()) {
            return REJECT;
        }
        try (Asking asking = found.get()) {
            return isItsOwn(asking.gateway(), request)
                    ? RejectionPace.answer(authorize(asking.gateway(), request, arrival))
                    : REJECT;
        }
    }

    private CompletableFuture<Map<String, Object>> authorize(
            GatewayCaller gateway, RadiusRequest request, long arrival) {
        Optional<MacAddress> device =
                DeviceReader.read(request, gateway.meanings().device());
        String user = request.user().orElse("");
        if (device.isEmpty()) {
            return now(REJECT);
        }
        if (MacAddress.read(user).equals(device)) {
            return now(answer(gateway, admissions.ask(gateway, device.get())));
        }
        return TokenCode.read(user)
                .map(code -> identify(gateway, device.get(), code, arrival))
                .orElseGet(() -> pace.hold(arrival, REJECT));
    }

    private RadiusRequest packet(HttpServletRequest call) throws IOException, HttpMediaTypeNotSupportedException {
        return RadiusRequest.of(inputs.members(call, Inputs.MOST_OF_PACKET));
    }

    private CompletableFuture<Map<String, Object>> identify(
            GatewayCaller gateway, MacAddress device, TokenCode code, long arrival) {
        try {
            return now(answer(gateway, admissions.identify(gateway, device, code)));
        } catch (CodeNotAcceptedException | TooManyGuessesException e) {
            return pace.hold(arrival, REJECT);
        }
    }

    /** Nobody is accepted without any time left: some gateways take none for no end. */
    private Map<String, Object> answer(GatewayCaller gateway, Admission admission) {
        return admission.identified().map(device -> answer(gateway, device)).orElse(REJECT);
    }

    private Map<String, Object> answer(GatewayCaller gateway, Identified device) {
        Optional<Duration> left =
                device.until().map(end -> Duration.ofSeconds(AdmissionResource.secondsUntil(end, clock.instant())));
        if (left.filter(Duration::isZero).isPresent()) {
            return REJECT;
        }
        Map<String, Object> accept = new LinkedHashMap<>();
        accept.put("control:Auth-Type", "Accept");
        accept.put("reply:Acct-Interim-Interval", settings.interimInterval().toSeconds());
        gateway.mayPass(left).ifPresent(time -> accept.put("reply:Session-Timeout", time.toSeconds()));
        gateway.equipment()
                .limits()
                .reply(device)
                .forEach((attribute, value) -> accept.put("reply:" + attribute, value));
        return accept;
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

    private static CompletableFuture<Map<String, Object>> now(Map<String, Object> answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
