package dev.propusk.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressList;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.security.ActingAs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The FreeRADIUS servers, whose packets were nobody's, and whose one would be. */
class RadiusViewTest extends PanelTest {
    @Autowired
    RadiusServers servers;

    @Autowired
    RefusedRequests refused;

    @Autowired
    TestGateways gateways;

    private final UUID server = TimeOrderedId.next();

    @BeforeEach
    void addAServer() {
        ActingAs.administrator(() ->
                servers.add(server, new NewRadiusServer("Rack 7", AddressList.parse("127.0.0.0/8, 0:0:0:0:0:0:0:1"))));
    }

    @AfterEach
    void removeIt() {
        ActingAs.administrator(() -> servers.remove(server));
    }

    @Test
    void addressesOfIpv6AreShownInTheirShortWriting() {
        refused.note("2001:db8:0:0:0:0:0:77", asked(), Refusal.UNKNOWN_ADDRESS);
        open(contracts.administrator(), "radius");
        assertThat(rows(0)).contains("Rack 7|127.0.0.0/8, ::1");
        assertThat(rows(1)).anyMatch(row -> row.startsWith("2001:db8::77|"));
    }

    @Test
    void itSaysWhoseAPacketWouldBeBelowAButtonThatStandsApart() {
        gateways.add(
                hotel,
                new NewGateway(
                        "Gateway", GatewayKind.OTHER, null, "2001:db8:7::1", 1, "shared-for-tests", null, List.of()));
        open(contracts.administrator(), "radius");
        OriginTrialForm form = find(OriginTrialForm.class).single();
        assertThat(form.getContent().isSpacing()).isTrue();
        type(TextField.class, "Address it came from", "2001:db8:7:0:0:0:0:1");
        press("Try it");
        assertThat(find(Paragraph.class, form.getContent()).single().getText()).contains(hotel.number());
    }

    /** The first two columns. */
    private List<String> rows(int grid) {
        var tester = test((Grid<?>) find(Grid.class).all().get(grid));
        return IntStream.range(0, tester.size())
                .mapToObj(row -> tester.getCellText(row, 0) + "|" + tester.getCellText(row, 1))
                .toList();
    }

    private static Asked asked() {
        return Asked.of(Optional.empty(), Optional.empty(), Optional.empty(), Stream.empty());
    }
}
