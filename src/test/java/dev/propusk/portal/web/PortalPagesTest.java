package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.AddressBlock;
import dev.propusk.contract.Limits;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.Octets;
import dev.propusk.identification.Attempt;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What guests and their devices are told. */
class PortalPagesTest extends GatewaysGuests {
    @Test
    void whoseTimeIsOverIsToldSo() throws Exception {
        gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        assertThat(get("lang=ru", "/over").body()).contains("Ваше время закончилось.", "name=\"identifier\"");
        assertThat(get("lang=en", "/over").body()).contains("Your time is over");
        String query = signed("res=notyet&mac=" + device);
        identify();
        clock.advance(Duration.ofDays(2));
        assertThat(get(query + "&lang=en").body()).contains("Your time ended on", "name=\"identifier\"");
        clock.advance(Duration.ofDays(2));
        assertThat(get(query + "&lang=en").body()).doesNotContain("Your time ended on");
    }

    @Test
    void aDeviceThatCanBeKnownLearnsWhetherItIsCaptive() throws Exception {
        Keyed gateway = gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        assertThat(get("mac=" + device, "/captive").statusCode()).isEqualTo(404);
        String query = signed("mac=" + device, "/captive");
        HttpResponse<String> held = get(query, "/captive");
        assertThat(held.headers().firstValue("Content-Type")).hasValue("application/captive+json");
        String page = settings.at("/portal/" + hotel.slug()).toString();
        assertThat(held.body())
                .contains(
                        "\"captive\":true",
                        "\"user-portal-url\":\"" + page + "\"",
                        "\"venue-info-url\":\"" + page + "\"")
                .doesNotContain("seconds-remaining", "bytes-remaining");
        identify();
        accounting.report(
                keys.find(gateway.key().value()).orElseThrow(),
                AccountingReport.of(
                        AccountingReport.Kind.START,
                        "c1",
                        device,
                        AddressBlock.read("127.0.0.1").stream().toList()));
        assertThat(get("", "/captive").body())
                .contains(
                        "\"captive\":false",
                        "\"seconds-remaining\":" + Duration.ofDays(2).toSeconds());
    }

    @Test
    void aDeviceWhoseTrafficIsLimitedLearnsHowMuchIsLeft() throws Exception {
        Keyed gateway = gateways.add(hotel, gateway(GatewayKind.COOVACHILLI, null, "http://10.1.0.1:3990"));
        GatewayCaller caller = keys.find(gateway.key().value()).orElseThrow();
        TokenCode code = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(
                                hotel.id(),
                                new TokenRequest(
                                        1, Uses.ONE, Term.UNLIMITED, null, null, new Limits(null, null, null, 5)))
                        .tokens()
                        .getFirst()
                        .code());
        identification.identify(Attempt.atGateway(hotel.id(), hotel.id().value(), device), code);
        report(caller, AccountingReport.Kind.START, 0);
        assertThat(get("", "/captive").body()).contains("\"bytes-remaining\":5000000");
        report(caller, AccountingReport.Kind.INTERIM, 1_500_000);
        assertThat(get("", "/captive").body())
                .contains("\"captive\":false", "\"bytes-remaining\":3500000")
                .doesNotContain("seconds-remaining");
        report(caller, AccountingReport.Kind.INTERIM, 5_000_000);
        assertThat(get("", "/captive").body()).contains("\"captive\":true").doesNotContain("bytes-remaining");
    }

    @Test
    void theOwnersNoteIsShownAndTheFirstViewStaysUnderThirtyKibibytes() throws Exception {
        String note = "Токен выдаёт администратор на стойке, круглосуточно. <b>";
        contracts.asOwner(hotel, () -> {
            notes.change(hotel.id(), note, "");
            return note;
        });
        HttpResponse<String> page = get("lang=ru");
        assertThat(page.body()).contains("Токен выдаёт администратор на стойке, круглосуточно. &lt;b&gt;");
        long assets = Files.size(Path.of("frontend/portal.css")) + Files.size(Path.of("frontend/icons/propusk.svg"));
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length + assets).isLessThan(30 * 1024L);
        assertThat(page.body()).doesNotContain("<script", "http://", "https://");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** At the address that the tests come from. */
    private void report(GatewayCaller gateway, AccountingReport.Kind kind, long octets) {
        AddressBlock here = AddressBlock.read("127.0.0.1").orElseThrow();
        AccountingReport least = AccountingReport.of(kind, "c1", device, List.of(here));
        accounting.report(
                gateway,
                new AccountingReport(
                        kind,
                        least.nas(),
                        least.session(),
                        device,
                        least.station(),
                        null,
                        null,
                        least.addresses(),
                        new Octets(octets, true),
                        Octets.NONE,
                        least.times(),
                        null));
    }
}
