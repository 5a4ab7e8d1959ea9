package dev.propusk.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.controller.Controller;
import dev.propusk.gateway.controller.ControllerFailure;
import dev.propusk.gateway.controller.ControllerTerms;
import dev.propusk.gateway.controller.Controllers;
import dev.propusk.gateway.controller.Dialect;
import dev.propusk.gateway.controller.FakeUnifi;
import dev.propusk.gateway.controller.Fingerprint;
import dev.propusk.gateway.controller.Passes;
import dev.propusk.gateway.controller.TestTls;
import dev.propusk.security.ActingAs;
import dev.propusk.token.TokenId;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.end.Expiry;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Guests of a UniFi controller that is fake and is told by its API, in a network that believes no link. */
abstract class ToldGuests extends GatewaysGuests {
    @TempDir
    static Path folder;

    static TestTls tls;

    @Autowired
    Controllers controllers;

    @Autowired
    Passes passes;

    @Autowired
    Annulments annulments;

    @Autowired
    Activation activation;

    @Autowired
    Expiry expiry;

    FakeUnifi fake;
    Gateway gateway;

    @BeforeAll
    static void makeACertificate() throws Exception {
        tls = TestTls.make(folder);
    }

    @BeforeEach
    void setUpAController() throws Exception {
        hotel = contracts.openBelievingNoLink();
        fake = new FakeUnifi(tls, true);
        gateway = gateways.add(hotel, NewGateway.named("UniFi", GatewayKind.UNIFI))
                .gateway();
        set(fake.address(), FakeUnifi.KEY, tls.fingerprint());
    }

    @AfterEach
    void stop() {
        fake.close();
        jdbc.sql("delete from controller_pass").update();
    }

    void set(URI address, String key, Fingerprint pinned) {
        ActingAs.administrator(() -> controllers.set(
                hotel.id(),
                gateway.id(),
                new ControllerTerms(Dialect.UNIFI_KEY, address, "default", null, key, pinned),
                controllers
                        .of(hotel.id(), gateway.id())
                        .map(Controller::version)
                        .orElse(0)));
    }

    void tell() {
        passes.carryOutDue();
        assertThat(passes.awaitRest(Duration.ofSeconds(60))).isTrue();
    }

    private static String name(MacAddress device) {
        return device.toString().toLowerCase(Locale.ROOT);
    }

    String redirect() {
        return "ap=78:8a:20:59:c6:99&id=" + name(device) + "&t=1742398732&url=http://example.com/&ssid=Polar";
    }

    String authorized(int minutes) {
        return "authorize " + name(device) + " " + minutes;
    }

    String unauthorized() {
        return "unauthorize " + name(device);
    }

    void enter() throws Exception {
        assertThat(post(redirect(), generate().value(), "").statusCode()).isEqualTo(200);
    }

    void annul() {
        UUID token = jdbc.sql("select id from token where contract_id = ? and mac = ?")
                .params(hotel.id().value(), device.bytes())
                .query(UUID.class)
                .single();
        contracts.asOwner(hotel, () -> annulments.annul(hotel.id(), new TokenId(token), false));
    }

    /** The page that its Continue opens. */
    boolean online(HttpResponse<String> accepted) throws Exception {
        String link = Jsoup.parse(accepted.body()).select("a.button").attr("href");
        String query = URI.create(link).getRawQuery();
        String page = get(query).body();
        assertThat(page).contains("data-identified-until");
        return !Jsoup.parse(page).select(".wanted a[href=http://example.com/]").isEmpty();
    }

    List<String> journal() {
        return jdbc.sql("select action from journal where contract_id = ? and subject = ? "
                        + "and action <> 'gateway.added' order by id")
                .params(hotel.id().value(), gateway.id().value())
                .query(String.class)
                .list();
    }

    int left() {
        return jdbc.sql("select count(*) from controller_pass where contract_id = ?")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }

    ControllerFailure state() {
        return ActingAs.administrator(() -> {
            Controller controller = controllers.of(hotel.id(), gateway.id()).orElseThrow();
            return controllers.state(controller).failure();
        });
    }
}
