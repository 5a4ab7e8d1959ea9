package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Token;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Several gateways behind one address, and one gateway behind many. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusSharedAddressTest extends RadiusByKey {
    @Test
    void twoNetworksBehindOneAddressAreToldByNameAndNobodyElseIsHeard() throws Exception {
        start("http://127.0.0.1:" + port, key());
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        gateways.add(hotel, gateway("hotel-gw", address, SECRET));
        gateways.add(cafe, gateway("cafe-gw", address, SECRET));

        Token atHotel = generate(hotel);
        assertThat(login("cafe-gw", atHotel, SECRET)).contains("Received Access-Reject");
        assertThat(login("another-gw", atHotel, SECRET)).contains("Received Access-Reject");
        assertThat(refusals()).contains(Refusal.NO_SIGN);
        assertThat(login("hotel-gw", atHotel, SECRET)).contains("Received Access-Accept");
        assertThat(login("cafe-gw", generate(cafe), SECRET)).contains("Received Access-Accept");
        account("cafe-gw", SECRET);
        account("another-gw", SECRET);
        assertThat(contracts.asOwner(cafe, () -> sessions.of(cafe.id()))).hasSize(1);
        assertThat(contracts.asOwner(hotel, () -> sessions.of(hotel.id()))).isEmpty();
    }

    @Test
    void aRangeOfFortyAccessPointsIsOneGateway() throws Exception {
        start("http://127.0.0.1:" + port, key());
        Contract hotel = contracts.open();
        String range = "127.6." + ADDRESSES.incrementAndGet() + ".";
        gateways.add(hotel, gateway(range + "0/26", Signs.NONE));
        for (int i = 1; i <= 40; i++) {
            String packet = packet("ap-" + i, generate(hotel).code().value(), TestContracts.device());
            assertThat(FreeRadius.radclient(
                            authPort, "auth", SECRET, packet + "Packet-Src-IP-Address = " + range + i + "\n"))
                    .as("access point " + i)
                    .contains("Received Access-Accept");
        }
        assertThat(FreeRadius.radclient(
                        authPort,
                        "auth",
                        SECRET,
                        packet("ap-64", "x", device) + "Packet-Src-IP-Address = " + range + "64\n",
                        "-t",
                        "1"))
                .as("beyond the range")
                .contains("No reply from server");
    }

    @Test
    void oneControllerServesThreeContractsEachBySigns() throws Exception {
        start("http://127.0.0.1:" + port, key());
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        Contract clinic = contracts.open();
        gateways.add(hotel, gateway(address, new Signs(List.of("Polar"), List.of(), List.of(), List.of())));
        gateways.add(cafe, gateway(address, new Signs(List.of(), List.of(), List.of("cafe.example"), List.of())));
        gateways.add(clinic, gateway(address, new Signs(List.of(), List.of(), List.of(), List.of(7))));
        String ssid = "Called-Station-Id = \"78-8A-20-59-C6-99:Polar\"\n";
        String vlan = "NAS-Port-Id = \"slot=0;vlanid=7\"\n";

        Token atHotel = generate(hotel);
        Token atCafe = generate(cafe);
        Token atClinic = generate(clinic);
        assertThat(login("wlc", atHotel, SECRET)).as("without a sign").contains("Received Access-Reject");
        assertThat(controller(atHotel.code().value(), vlan)).contains("Received Access-Reject");
        assertThat(controller(atHotel.code().value(), ssid + vlan)).contains("Received Access-Accept");
        assertThat(controller(atCafe.code().value(), vlan)).contains("Received Access-Reject");
        assertThat(controller(atCafe.code() + "@cafe.example", vlan)).contains("Received Access-Accept");
        assertThat(controller(atClinic.code().value(), vlan)).contains("Received Access-Accept");
        assertThat(refusals()).contains(Refusal.NO_SIGN);
    }

    private String controller(String user, String more) throws Exception {
        return send(packet("wlc", user, TestContracts.device()) + more, SECRET);
    }

    @Test
    void anAddressHasOneSecretAndItsGatewaysHaveNamesOfTheirOwn() {
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        Keyed first = gateways.add(hotel, gateway("hotel-gw", address, SECRET));
        assertRefused(cafe, gateway("cafe-gw", address, "another-secret"), SharedAddressException.Wrong.SECRET);
        assertRefused(cafe, gateway("hotel-gw", address, SECRET), SharedAddressException.Wrong.SIGN);
        assertRefused(cafe, gateway(null, address, SECRET), SharedAddressException.Wrong.SIGN);
        assertRefused(
                cafe, gateway(address + "/30", Signs.by(Optional.of("hotel-gw"))), SharedAddressException.Wrong.SIGN);

        Keyed second = gateways.add(cafe, gateway("cafe-gw", address, SECRET));
        ActingAs.administrator(() -> gatewayService.change(
                hotel.id(),
                first.gateway().id(),
                GatewayChange.to(gateway("hotel-gw", address, "the-next-secret")),
                0));
        Gateway sharing = ActingAs.administrator(
                () -> gatewayService.get(cafe.id(), second.gateway().id()));
        assertThat(sharing.version()).as("was given the same secret").isEqualTo(1);
    }

    private void assertRefused(Contract contract, NewGateway terms, SharedAddressException.Wrong wrong) {
        assertThatExceptionOfType(SharedAddressException.class)
                .isThrownBy(() -> gateways.add(contract, terms))
                .satisfies(e -> assertThat(e.wrong()).isEqualTo(wrong));
    }
}
