package dev.propusk.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.panel.CopyButton;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is typed on a gateway's equipment, and what has come from it since. */
class GatewaySetUpTest extends PanelTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    TestGateways gateways;

    @Autowired
    Contacts contacts;

    @Autowired
    PublicSettings settings;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(GatewayKind.class)
    void eachKindIsToldAllOfItsOwnWithNothingLeftOpenAndNoSecret(GatewayKind kind) {
        openPage(add(hotel, kind, "secret-of-" + kind, List.of()));
        String all = String.join("\n", all());
        assertThat(all)
                .contains(settings.at("/portal/" + hotel.slug() + "/captive").toString())
                .doesNotContain("secret-of-")
                .doesNotContainPattern("\\{[A-Z_]+}")
                .doesNotContain("!en:", "!ru:");
        assertThat(find(CopyButton.class).all())
                .hasSize(find(Pre.class).all().size()
                        + find(TextField.class).all().size());
    }

    @Test
    void whatIsTypedOnRouterOsHoldsOurOwnValues() {
        openPage(add(hotel, GatewayKind.MIKROTIK, "secret-of-router", List.of()));
        assertThat(find(Pre.class).all().getFirst().getText())
                .contains(
                        "secret=<RADIUS secret>",
                        "accept=yes port=3798",
                        "radius-interim-update=300s",
                        "dst-host=" + settings.publicUrl().getHost());
        assertThat(hints()).anyMatch(hint -> hint.startsWith("The gateway has no login addresses"));
        assertThat(hints()).noneMatch(hint -> hint.startsWith("The contract does not believe"));
    }

    @Test
    void aNetworkThatBelievesNoLinkIsToldSoButWhereItsKindSigns() {
        Contract strict = contracts.openBelievingNoLink();
        openPage(
                add(strict, GatewayKind.CISCO, "secret-of-cisco", List.of(URI.create("https://192.0.2.1/login.html"))));
        assertThat(hints()).anyMatch(hint -> hint.startsWith("The contract does not believe"));
        assertThat(hints()).noneMatch(hint -> hint.startsWith("The gateway has no login addresses"));
        openPage(add(strict, GatewayKind.COOVACHILLI, "secret-of-chilli", List.of()));
        assertThat(hints()).noneMatch(hint -> hint.startsWith("The contract does not believe"));
    }

    @Test
    void whatCameIsTickedOneByOneAndWhatIsAwaitedSaysHowItComes() throws Exception {
        GatewayId gateway = add(hotel, GatewayKind.MIKROTIK, "secret-of-router", List.of());
        openPage(gateway);
        assertThat(signs()).hasSize(4).allMatch(sign -> sign.contains("Waiting."));
        guest("mac=" + TestContracts.device());
        contacts.note(hotel.id(), gateway, Contact.LET_IN, Sender.UNTOLD);
        contacts.write();
        UI.getCurrent().navigate("gateways");
        openPage(gateway);
        assertThat(signs().subList(0, 2)).noneMatch(sign -> sign.contains("Waiting."));
        assertThat(signs().subList(2, 4)).allMatch(sign -> sign.contains("Waiting."));
    }

    @Test
    void ofTwoThatLeadGuestsAlikeTheOneIsMeantWhoseLoginPageIsNamedAndElseNone() throws Exception {
        GatewayId one =
                add(hotel, GatewayKind.MIKROTIK, "secret-of-one", List.of(URI.create("http://10.5.50.1/login")));
        GatewayId other = add(hotel, GatewayKind.OTHER, null, List.of());
        guest("mac=" + TestContracts.device());
        contacts.write();
        for (GatewayId gateway : List.of(one, other)) {
            openPage(gateway);
            assertThat(signs().getFirst()).contains("Waiting.");
        }
        guest("mac=" + TestContracts.device() + "&login=http://10.5.50.1/login");
        contacts.write();
        openPage(one);
        assertThat(signs().getFirst()).doesNotContain("Waiting.");
        openPage(other);
        assertThat(signs()).as("without RADIUS it neither reports nor is told").hasSize(2);
        assertThat(signs().getFirst()).contains("Waiting.");
    }

    @Test
    void whoOpensThePageByHandIsNoRedirect() throws Exception {
        GatewayId gateway = add(hotel, GatewayKind.MIKROTIK, "secret-of-router", List.of());
        guest("lang=en");
        contacts.write();
        openPage(gateway);
        assertThat(signs().getFirst()).contains("Waiting.");
    }

    private GatewayId add(Contract contract, GatewayKind kind, @Nullable String secret, List<URI> logins) {
        String address = "198.18.7." + ADDRESSES.incrementAndGet();
        return gateways.add(contract, new NewGateway("Lobby", kind, "lobby", address, 3798, secret, null, logins))
                .gateway()
                .id();
    }

    private void openPage(GatewayId gateway) {
        open(contracts.administrator(), "gateways/" + gateway);
    }

    private void guest(String query) throws Exception {
        URI page = URI.create("http://localhost:" + port + "/portal/" + hotel.slug() + "?" + query);
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private List<String> all() {
        return Stream.of(
                        find(Pre.class).all().stream().map(Pre::getText),
                        find(TextField.class).all().stream().map(TextField::getValue),
                        hints().stream())
                .flatMap(text -> text)
                .toList();
    }

    private List<String> hints() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private List<String> signs() {
        return find(ListItem.class).all().stream()
                .filter(item -> item.getParent()
                        .filter(list -> list.hasClassName("signs"))
                        .isPresent())
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }
}
