package dev.propusk.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.TestGateways;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.web.PublicSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator copies from a gateway into its equipment. */
class GuestAddressesTest extends PanelTest {
    @Autowired
    TestGateways gateways;

    @Autowired
    PublicSettings settings;

    @Test
    @SuppressWarnings("unchecked")
    void theNetworksAddressesStandAtItsGateway() {
        gateways.add(hotel, NewGateway.named("Lobby " + hotel.number(), GatewayKind.FORTINET));
        open(contracts.administrator(), "gateways?q=" + hotel.number());
        test(find(Grid.class).single()).clickRow(0);
        String portal = settings.at("/portal/" + hotel.slug()).toString();
        assertThat(typed(TextField.class, "Guest page")).isEqualTo(portal);
        assertThat(typed(TextField.class, "DHCP option 114")).isEqualTo(portal + "/captive");
    }
}
