package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.portal.web.FakeController.Maker;
import dev.propusk.token.TokenCode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests of equipment that wants them back with a form: from its redirect to the internet, against controllers that are fake. */
class HandBackTest extends HandedBackGuests {

    static Stream<Arguments> makers() {
        return Stream.of(
                arguments(GatewayKind.CISCO, Maker.CISCO),
                arguments(GatewayKind.ELTEX, Maker.ELTEX),
                arguments(GatewayKind.ARUBA, Maker.ARUBA),
                arguments(GatewayKind.FORTINET, Maker.FORTINET));
    }

    @ParameterizedTest
    @MethodSource("makers")
    void aGuestComesFromTheRedirectToTheInternet(GatewayKind kind, Maker maker) throws Exception {
        set(kind, maker);
        HttpResponse<String> asked = open(redirect());
        assertThat(asked.body()).contains("name=\"identifier\"", ">" + device + "</bdi>");
        TokenCode code = generate();
        HttpResponse<String> accepted = send(asked, Map.of("identifier", code.grouped()));
        assertThat(accepted.body())
                .contains("data-identified-until", "Токен принят", "Нажмите «Продолжить», чтобы выйти в интернет")
                .doesNotContain("Вы подключены", "msftconnecttest.com<");
        assertThat(policy(accepted))
                .contains("form-action 'self' http://127.0.0.1:"
                        + controller.login().getPort() + ";");
        assertThat(controller.isOnline()).isFalse();

        HttpResponse<String> pressed = send(accepted, Map.of());
        assertThat(controller.isOnline()).isTrue();
        assertThat(controller.logins.getLast())
                .containsEntry(maker.user(), code.value())
                .containsEntry("password", code.value());
        HttpResponse<String> online = open(back(pressed));
        assertThat(online.body()).contains("Вы подключены до").doesNotContain("<form", "«Продолжить»");
        assertThat(policy(online)).contains("form-action 'self';");
        if (kind != GatewayKind.FORTINET) {
            assertThat(plain(online))
                    .contains(
                            "Вы хотели открыть: <a href=\"http://www.msftconnecttest.com/redirect\"",
                            ">www.msftconnecttest.com</bdi>");
        }
    }

    @ParameterizedTest
    @MethodSource("makers")
    void whoComesASecondTimeIsHandedBackAsTheDevice(GatewayKind kind, Maker maker) throws Exception {
        set(kind, maker);
        HttpResponse<String> accepted =
                send(open(redirect()), Map.of("identifier", generate().value()));
        URI again =
                URI.create(form(accepted).select("[name=" + maker.then() + "]").attr("value"));
        HttpResponse<String> second = open(again);
        assertThat(second.body()).contains("Если интернета ещё нет, нажмите «Продолжить» ещё раз");
        controller.reportsNothing();
        send(second, Map.of());
        assertThat(controller.isOnline()).isTrue();
        assertThat(controller.logins.getLast()).containsEntry(maker.user(), device.toString());
        assertThat(open(again).body())
                .as("as long as nobody has reported it")
                .contains("Токен принят", "ещё раз")
                .doesNotContain("Вы подключены");
    }

    @ParameterizedTest
    @MethodSource("makers")
    void nobodyElseIsToldByTheAddressOfWhoWasHandedBack(GatewayKind kind, Maker maker) throws Exception {
        set(kind, maker);
        HttpResponse<String> accepted =
                send(open(redirect()), Map.of("identifier", generate().value()));
        String back = form(accepted).select("[name=" + maker.then() + "]").attr("value");
        assertThat(open(URI.create(back)).body()).contains("data-identified-until");
        String other = TestContracts.device().toString();
        assertThat(open(URI.create(back.replace(device.toString(), other))).body())
                .doesNotContain("data-identified-until");
        Contract cafe = contracts.open();
        assertThat(open(URI.create(back.replace("/" + hotel.slug(), "/" + cafe.slug())))
                        .body())
                .doesNotContain("data-identified-until");
        assertThat(open(URI.create(back.replaceFirst("back=\\d", "back=9"))).body())
                .doesNotContain("data-identified-until");
        assertThat(open(redirect()).body()).doesNotContain("data-identified-until");
        clock.advance(Duration.ofHours(2));
        assertThat(open(URI.create(back)).body())
                .contains("name=\"identifier\"")
                .doesNotContain("data-identified-until");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5"})
    void whatTheControllerRefusedIsSaidInWords(String status) throws Exception {
        String query = "switch_url=https://192.0.2.1/login.html&client_mac=" + device + "&statusCode=" + status;
        assertThat(get(query + "&lang=ru").body())
                .containsPattern("data-refusal=\"" + status + "\">[^<]*[а-я]")
                .contains("name=\"identifier\"");
        assertThat(get(query + "&lang=en").body()).doesNotContain("!en:");
        assertThat(get(query + "&statusCode=1").body()).doesNotContain("data-refusal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "-1", "5x", "<b>", "", "55"})
    void whatNoControllerSaysIsNotRepeated(String status) throws Exception {
        String query = "switch_url=https://192.0.2.1/login.html&client_mac=" + device;
        assertThat(get(query + "&statusCode=" + encoded(status)).body())
                .contains("name=\"identifier\"")
                .doesNotContain("data-refusal", "<b>");
    }

    @Test
    void aWrongCodeIsTakenToNoController() throws Exception {
        set(GatewayKind.CISCO, Maker.CISCO);
        HttpResponse<String> refused = send(open(redirect()), Map.of("identifier", "100000000000"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("data-error=\"not-accepted\"");
        assertThat(policy(refused)).contains("form-action 'self';");
        assertThat(controller.logins).isEmpty();
        assertThat(send(refused, Map.of("identifier", generate().value())).body())
                .as("the form still knows where the guest came from")
                .contains("data-identified-until", "Нажмите «Продолжить»");
    }

    @Test
    void whatAGuestWantedToOpenIsShownByItsHostAlone() throws Exception {
        set(GatewayKind.ELTEX, Maker.ELTEX);
        HttpResponse<String> accepted =
                send(open(redirect()), Map.of("identifier", generate().value()));
        send(accepted, Map.of());
        String back = form(accepted).select("[name=redirect_url]").attr("value");
        String wanted = "https://evil.example/\"><script>&ctrl=hotel.example";
        HttpResponse<String> page =
                open(URI.create(back.replaceFirst("redirect=[^&]*", "redirect=" + encoded(wanted))));
        assertThat(page.body()).contains("Вы подключены").doesNotContain("class=\"wanted\"", "<script");
        HttpResponse<String> shown = open(URI.create(back.replaceFirst(
                "redirect=[^&]*", "redirect=" + encoded("https://x.example/hotel.example/?a=b&c=%22"))));
        assertThat(Jsoup.parse(shown.body()).select(".wanted a"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.text()).isEqualTo("x.example");
                    assertThat(link.attr("href")).isEqualTo("https://x.example/hotel.example/?a=b&c=%22");
                    assertThat(link.attr("rel")).contains("noreferrer");
                });
    }
}
