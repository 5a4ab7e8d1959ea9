package dev.propusk.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.propusk.PanelTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is online: found, read, and taken off the network. */
class SessionsViewTest extends PanelTest {
    private static final int END = 6;
    private static final String ADDRESS = " 10.5.50.80";

    @Autowired
    TestGateways gateways;

    @Autowired
    GatewayKeys keys;

    @Autowired
    Accounting accounting;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    private final MacAddress guest = TestContracts.device();
    private final MacAddress stranger = TestContracts.device();
    private Token token;
    private Keyed gateway;

    @BeforeEach
    void comeOnline() {
        gateway = gateways.add(hotel);
        token = contracts.asOwner(hotel, () -> {
            Token one = generation
                    .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, "№ 12", null))
                    .tokens()
                    .getFirst();
            activation.activate(hotel.id(), one.code(), guest);
            return one;
        });
        report(Kind.START, guest);
        report(Kind.START, stranger);
    }

    @Test
    void whoIsOnlineIsShownWithTheTokenAndItsNoteAndWhoHasGoneAmongAll() {
        report(Kind.STOP, stranger);
        openAsOwner("sessions");
        assertThat(cells(1)).containsExactly(token.code().grouped() + " № 12");
        openAsOwner("sessions?all");
        assertThat(cells(0)).containsExactlyInAnyOrder(guest + ADDRESS, stranger + ADDRESS);
        assertThat(cells(1)).contains("no token");
        assertThat(cells(3)).anyMatch(text -> text.endsWith(" ended"));
    }

    @Test
    void theSearchStandsInTheAddressBesideWhatIsShown() {
        openAsOwner("sessions?all&q=" + token.code().value());
        assertThat(cells(0)).containsExactly(guest + ADDRESS);
        openAsOwner("sessions?q=nobody");
        assertThat(cells(0)).isEmpty();
        assertThat(find(Grid.class).single().getEmptyStateText()).startsWith("Nothing");
    }

    @Test
    void nobodyIsOnlineIsSaidInWords() {
        hotel = contracts.open();
        openAsOwner("sessions");
        assertThat(find(Grid.class).single().getEmptyStateText()).startsWith("Nobody is online now");
        assertThat(find(Paragraph.class).all()).anyMatch(text -> text.getText().contains("no gateways yet"));
    }

    @Test
    void aDeviceIsTakenOffAfterAQuestionThatNamesItAndItsTokenIsAnnulled() {
        openAsOwner("sessions?q=" + guest);
        test(button(guest)).click();
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("header")).contains(guest.toString());
        assertThat(find(Paragraph.class, question).single().getText())
                .contains(token.code().grouped());
        assertThat(orders(guest)).isZero();
        test(question).confirm();
        assertThat(contracts
                        .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                        .annulment(Instant.now()))
                .isPresent();
        assertThat(orders(guest)).isOne();
    }

    @Test
    void whoHasNoTokenAndASuspendedNetworkHaveNothingToEnd() {
        openAsOwner("sessions?q=" + stranger);
        assertThat(cells(0)).containsExactly(stranger + ADDRESS);
        assertThat(find(Button.class).withText("Disconnect").all()).isEmpty();
        contracts.suspend(hotel.id());
        openAsOwner("sessions?q=" + guest);
        assertThat(cells(0)).containsExactly(guest + ADDRESS);
        assertThat(find(Button.class).withText("Disconnect").all()).isEmpty();
    }

    private Button button(MacAddress device) {
        Grid<?> grid = find(Grid.class).single();
        Button button = (Button) test(grid).getCellComponent(0, END);
        assertThat(button.getAriaLabel()).hasValue("Disconnect " + device);
        return button;
    }

    private List<String> cells(int column) {
        var tester = test((Grid<?>) find(Grid.class).single());
        return IntStream.range(0, tester.size())
                .mapToObj(row -> words(tester.getCellComponent(row, column)))
                .toList();
    }

    private String words(Component cell) {
        return find(Span.class, cell).all().stream().map(Span::getText).collect(Collectors.joining(" "));
    }

    private int orders(MacAddress device) {
        return jdbc.sql("""
                        select count(*) from disconnect d join device_session s on s.id = d.session_id
                        where s.contract_id = ? and s.mac = ? and d.reason = 'TOKEN_ANNULLED'
                        """)
                .params(hotel.id().value(), device.bytes())
                .query(Integer.class)
                .single();
    }

    private void report(Kind kind, MacAddress device) {
        accounting.report(
                keys.find(gateway.key().value()).orElseThrow(),
                AccountingReport.of(
                        kind,
                        device.toString(),
                        device,
                        List.of(AddressBlock.read("10.5.50.80").orElseThrow())));
    }
}
