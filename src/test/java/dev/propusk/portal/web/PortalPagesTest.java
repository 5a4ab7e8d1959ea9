package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.AddressBlock;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.session.AccountingReport;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        assertThat(held.body()).contains("\"captive\":true", "/portal/" + hotel.slug());
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
}
