package dev.propusk.gateway.web;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.Passages;
import dev.propusk.identification.RejectionPace;
import dev.propusk.identification.TooManyGuessesException;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenCode;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two calls of a gateway: a device connected, and what its guest typed. */
@RestController
@RequestMapping("/gateway/v1")
class GatewayController {
    private final Passages passages;
    private final RejectionPace pace;
    private final GatewayProblems problems;
    private final Clock clock;

    GatewayController(Passages passages, RejectionPace pace, GatewayProblems problems, Clock clock) {
        this.passages = passages;
        this.pace = pace;
        this.problems = problems;
        this.clock = clock;
    }

    record Connect(@Nullable String mac) {}

    record Identify(@Nullable String mac, @Nullable String identifier) {}

    @PostMapping("/connect")
    GatewayAnswer connect(@AuthenticationPrincipal GatewayCaller gateway, @RequestBody Connect body) {
        return GatewayAnswer.of(passages.connect(gateway, device(body.mac())), clock.instant());
    }

    @PostMapping("/identify")
    CompletableFuture<ResponseEntity<?>> identify(
            @AuthenticationPrincipal GatewayCaller gateway, @RequestBody Identify body) {
        long arrival = pace.arrival();
        MacAddress device = device(body.mac());
        String identifier = body.identifier();
        if (identifier == null) {
            throw new InvalidFieldException("identifier");
        }
        Optional<TokenCode> code = TokenCode.read(identifier);
        if (code.isEmpty()) {
            return pace.hold(arrival, problems.notAccepted());
        }
        try {
            GatewayAnswer answer = GatewayAnswer.of(passages.identify(gateway, device, code.get()), clock.instant());
            return CompletableFuture.completedFuture(ResponseEntity.ok(answer));
        } catch (CodeNotAcceptedException e) {
            return pace.hold(arrival, problems.notAccepted());
        } catch (TooManyGuessesException e) {
            return CompletableFuture.completedFuture(problems.tooMany(e.retryAfter()));
        }
    }

    private static MacAddress device(@Nullable String mac) {
        return Optional.ofNullable(mac).flatMap(MacAddress::read).orElseThrow(() -> new InvalidFieldException("mac"));
    }
}
