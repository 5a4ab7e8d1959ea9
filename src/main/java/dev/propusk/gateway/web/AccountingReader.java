package dev.propusk.gateway.web;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.gateway.session.NasName;
import dev.propusk.gateway.session.Octets;
import dev.propusk.gateway.session.ReportedTimes;
import dev.propusk.gateway.session.RestartReport;
import dev.propusk.token.TokenCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report out of a packet.
 *
 * @param source where it came from, as FreeRADIUS saw it; null: an older configuration of it does not tell
 * @param event its Event-Timestamp, in seconds since 1970; null: none
 */
record AccountingReader(
        RadiusRequest request,
        @Nullable String source,
        @Nullable String event) {
    private static final int LONGEST_CAUSE = 40;

    AccountingReport report(Kind kind, String session, MacAddress device) {
        return new AccountingReport(
                kind,
                nas(),
                session,
                device,
                request.text("Calling-Station-Id").orElse(""),
                request.text("User-Name").orElse(null),
                request.text("Called-Station-Id").orElse(null),
                addresses(),
                octets("Input"),
                octets("Output"),
                times(),
                request.text("Acct-Terminate-Cause")
                        .filter(cause -> cause.length() <= LONGEST_CAUSE)
                        .orElse(null));
    }

    /** The token that it was let in with, which may tell the device. */
    Optional<TokenCode> token() {
        return request.user().flatMap(TokenCode::read);
    }

    RestartReport restart(boolean isOn) {
        return new RestartReport(nas(), isOn, request.text("Called-Station-Id").orElse(null), times());
    }

    private NasName nas() {
        return new NasName(
                Optional.ofNullable(source).flatMap(AddressBlock::read).orElse(null),
                request.text("NAS-IP-Address")
                        .or(() -> request.text("NAS-IPv6-Address"))
                        .flatMap(AddressBlock::read)
                        .orElse(null),
                request.text("NAS-Identifier").orElse(""));
    }

    private List<AddressBlock> addresses() {
        return Stream.of("Framed-IP-Address", "Framed-IPv6-Address", "Framed-IPv6-Prefix", "Delegated-IPv6-Prefix")
                .flatMap(request::texts)
                .flatMap(text -> AddressBlock.read(text).stream())
                .distinct()
                .toList();
    }

    private Octets octets(String direction) {
        return new Octets(request.octets(direction), request.has("Acct-" + direction + "-Gigawords"));
    }

    private ReportedTimes times() {
        return new ReportedTimes(
                request.has("Acct-Delay-Time") ? Duration.ofSeconds(request.number("Acct-Delay-Time")) : null,
                Optional.ofNullable(event)
                        .filter(text -> text.matches("[0-9]{1,10}"))
                        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                        .orElse(null),
                Duration.ofSeconds(request.number("Acct-Session-Time")));
    }
}
