package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.portal.web.FakeController.Maker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Guests behind a controller that is fake and wants them back with a form. */
abstract class HandedBackGuests extends GatewaysGuests {
    FakeController controller;

    @BeforeEach
    void openABelievingContract() throws IOException {
        hotel = contracts.open();
        controller = new FakeController(
                URI.create("http://127.0.0.1:" + port), settings.publicUrl() + "/portal/" + hotel.slug(), device);
    }

    @AfterEach
    void stopTheController() {
        controller.close();
    }

    void set(GatewayKind kind, Maker maker) {
        controller.isOf(maker);
        controller.hasKey(gateways.add(hotel, gateway(kind, controller.login().toString()))
                .key()
                .value());
    }

    static NewGateway gateway(GatewayKind kind, String login) {
        return gateway(kind, null, login);
    }

    URI redirect() throws Exception {
        return back(
                http.send(HttpRequest.newBuilder(controller.anything()).build(), HttpResponse.BodyHandlers.ofString()));
    }

    static URI back(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** By the address that guests know, which is another one in tests. */
    HttpResponse<String> open(URI page) throws Exception {
        return http.send(
                HttpRequest.newBuilder(here(page))
                        .header("Accept-Language", "ru")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    URI here(URI page) {
        return URI.create(page.toString().replace(settings.publicUrl().toString(), "http://127.0.0.1:" + port));
    }

    /** Presses the one button of the page's one form. */
    HttpResponse<String> send(HttpResponse<String> page, Map<String, String> typed) throws Exception {
        Element form = form(page);
        String body = Stream.concat(
                        form.select("input[type=hidden]").stream()
                                .map(input -> Map.entry(input.attr("name"), input.attr("value"))),
                        typed.entrySet().stream())
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(page.uri().resolve(form.attr("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "ru")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static Element form(HttpResponse<String> page) {
        List<Element> forms = Jsoup.parse(page.body()).select("form");
        assertThat(forms).as(page.body()).hasSize(1);
        return forms.getFirst();
    }

    static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
