package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.security.ActingAs;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway is heard as soon as it is set up, and no longer than that. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusClientsTest extends RadiusByKey {
    @ParameterizedTest
    @ValueSource(strings = {SECRET, "a'b\"c\\d%{e}$f`g!", "~%{User-Name}%t&#;=|"})
    void aGatewayThatWasJustAddedIsHeardAndAllOfItsSecretIsTaken(String secret) throws Exception {
        start("http://127.0.0.1:" + port, key());
        assertThat(ask("hotel-gw", device, secret)).contains("No reply from server");
        assertThat(refusals()).contains(Refusal.UNKNOWN_ADDRESS);

        Contract hotel = contracts.open();
        gateways.add(hotel, gateway("hotel-gw", address, secret));
        assertThat(login("hotel-gw", generate(hotel), secret)).contains("Received Access-Accept");
        account("hotel-gw", secret);
        assertThat(contracts.asOwner(hotel, () -> sessions.of(hotel.id()))).hasSize(1);
    }

    @Test
    void aRemovedGatewayAndAWrongKeyOpenNothing() throws Exception {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel, gateway("hotel-gw", address, SECRET));
        start("http://127.0.0.1:" + port, "rk_of-nobody");
        assertThat(login("hotel-gw", generate(hotel), SECRET)).contains("No reply from server");
        stopFreeRadius();

        start("http://127.0.0.1:" + port, key());
        assertThat(login("hotel-gw", generate(hotel), SECRET)).contains("Received Access-Accept");
        ActingAs.administrator(
                () -> gatewayService.remove(hotel.id(), gateway.gateway().id()));
        assertThat(login("hotel-gw", generate(hotel), SECRET)).contains("Received Access-Reject");
        ActingAs.administrator(() -> servers.remove(server));
        assertThat(login("hotel-gw", generate(hotel), SECRET)).contains("No reply from server");
    }

    @Test
    void itStartsWithNothingConfiguredAndTheApplicationAway() throws Exception {
        start("http://127.0.0.1:1", "");
        assertThat(ask("hotel-gw", device, SECRET)).contains("No reply from server");
        assertThat(running().log()).contains("Ready to process requests");
    }

    @Test
    void gatewaysSpeakOnIpv6Too() throws Exception {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel, gateway("hotel-gw", "::1", SECRET));
        start("http://127.0.0.1:" + port, key());
        String packet = packet("hotel-gw", generate(hotel).code().value(), device);
        assertThat(FreeRadius.radclient("[::1]:" + authPort, "auth", SECRET, packet))
                .contains("Received Access-Accept");
        ActingAs.administrator(
                () -> gatewayService.remove(hotel.id(), gateway.gateway().id()));
    }

    private FreeRadius running() {
        return Objects.requireNonNull(radius);
    }

    private String ask(String identifier, MacAddress who, String secret) throws Exception {
        return send(packet(identifier, who.toString(), who), secret);
    }
}
