package dev.propusk.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import dev.propusk.PanelTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.security.Role;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway's own page: what it says of it, in words. */
class GatewayViewTest extends PanelTest {
    @Autowired
    TestGateways gateways;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient jdbc;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final String address = "198.51.100." + ADDRESSES.incrementAndGet();
    private GatewayId gateway;

    @BeforeEach
    void addAGateway() {
        gateway = gateways.add(
                        hotel,
                        new NewGateway(
                                "Hall",
                                GatewayKind.MIKROTIK,
                                "hall-gw",
                                address,
                                1,
                                "shared-for-tests",
                                null,
                                List.of()))
                .gateway()
                .id();
    }

    @Test
    void ofOneThatWasNeverHeardItSaysSoAndWhatToLookAt() {
        openPage();
        assertThat(find(H1.class).single().getText()).isEqualTo("Hall");
        assertThat(concerns()).singleElement().asString().startsWith("This gateway has never been heard");
        assertThat(fact("Last question")).isEqualTo("none yet");
        assertThat(fact("Questions and reports a minute")).isEqualTo("0");
        assertThat(find(Grid.class).all()).allMatch(grid -> grid.getEmptyStateText() != null);
        assertThat(find(Paragraph.class).all()).anyMatch(text -> text.getText().startsWith("This is switched off"));
    }

    @Test
    void whatWasRefusedStandsThereInWordsWithWhenAndWhence() {
        contacts.note(hotel.id(), gateway, Contact.UNKNOWN_CODE, new Sender(address, "hall-gw"));
        contacts.note(hotel.id(), gateway, Contact.LET_IN, new Sender(address, "hall-gw"));
        contacts.write();
        openPage();
        assertThat(concerns()).isEmpty();
        assertThat(fact("Last question")).contains(address + ", hall-gw");
        assertThat(row(0, 0).subList(0, 3)).containsExactly("there is no such code", "1", "0");
        contracts.suspend(hotel.id());
        openPage();
        assertThat(concerns()).singleElement().asString().startsWith("The contract is suspended");
    }

    @Test
    void whatTheGatewayAnsweredToEndingASessionStandsThereInWords() {
        order("ACK");
        order("NAK 503");
        order("NAK 999");
        order("NAK");
        order("IDENTIFIED");
        order(null);
        openPage();
        assertThat(IntStream.range(0, 6).mapToObj(row -> row(4, row).get(4)))
                .containsExactlyInAnyOrder(
                        "disconnected",
                        "refused: no such session (503)",
                        "refused, code 999",
                        "refused without a reason",
                        "not needed: another token lets the device in",
                        "silent after 2 tries, next at " + moment());
        assertThat(fact("Waiting to be ended")).isEqualTo("1");
    }

    @Test
    void itIsReachedFromTheListAndTheGatewayIsChangedThere() {
        open(contracts.administrator(), "gateways?q=" + hotel.number());
        Anchor link = (Anchor) test((Grid<?>) find(Grid.class).single()).getCellComponent(0, 6);
        assertThat(link.getHref()).isEqualTo("gateways/" + gateway);
        open(contracts.administrator(), link.getHref());
        press("Change");
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Hall");
    }

    @Test
    void nobodyElseOpensItAndWhatIsNoGatewaysIsNotFound() {
        open(contracts.login(hotel, Role.OWNER), "gateways/" + gateway);
        assertThat(find(H1.class).single().getText()).isNotEqualTo("Hall");
        for (String place : List.of("gateways/" + UUID.randomUUID(), "gateways/x", "gateways/%00")) {
            open(contracts.administrator(), place);
            assertThat(find(H1.class).single().getText()).as(place).isEqualTo("There is no such page");
        }
    }

    private void openPage() {
        open(contracts.administrator(), "gateways/" + gateway);
    }

    private List<String> concerns() {
        return find(ListItem.class).all().stream()
                .filter(item -> item.getParent()
                        .filter(list -> list.hasClassName("warning"))
                        .isPresent())
                .map(ListItem::getText)
                .toList();
    }

    private String fact(String name) {
        List<Component> parts =
                find(DescriptionList.class).single().getChildren().toList();
        return IntStream.range(0, parts.size() - 1)
                .filter(i -> parts.get(i) instanceof DescriptionList.Term term
                        && term.getText().equals(name))
                .mapToObj(i -> ((DescriptionList.Description) parts.get(i + 1)).getText())
                .findFirst()
                .orElseThrow();
    }

    private List<String> row(int grid, int row) {
        var tester = test((Grid<?>) find(Grid.class).all().get(grid));
        return IntStream.range(0, 5)
                .mapToObj(column -> tester.getCellText(row, column))
                .toList();
    }

    private void order(@Nullable String answer) {
        UUID session = UUID.randomUUID();
        MacAddress device = TestContracts.device();
        jdbc.sql("""
                        insert into device_session (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at)
                        values (?, ?, ?, ?, ?, '', now(), now())
                        """)
                .params(session, hotel.id().value(), gateway.value(), device.toString(), device.bytes())
                .update();
        jdbc.sql("""
                        insert into disconnect (id, contract_id, gateway_id, session_id, reason, ordered_at, next_try_at,
                            tries, done_at, answer)
                        values (uuid(), :contract, :gateway, :session, 'TOKEN_EXPIRED', now(), '2026-12-01 09:00:00', 2,
                            if(:answer is null, null, now()), :answer)
                        """)
                .param("contract", hotel.id().value())
                .param("gateway", gateway.value())
                .param("session", session)
                .param("answer", answer)
                .update();
    }

    private static String moment() {
        return "1 Dec 2026, 12:00";
    }
}
