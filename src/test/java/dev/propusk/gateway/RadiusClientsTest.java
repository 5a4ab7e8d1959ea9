package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressList;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.freeradius.RefusedRequests.Refused;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The real FreeRADIUS with a key of its own and no file of clients: gateways are set up in the panel alone. */
@PropuskTest
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusClientsTest {
    private static final String SECRET = "shared-for-tests";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Gateways gatewayService;

    @Autowired
    RadiusServers servers;

    @Autowired
    RefusedRequests refused;

    @Autowired
    Generation generation;

    @Autowired
    DeviceSessions sessions;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private final String address = "127.5.0." + ADDRESSES.incrementAndGet();
    private final MacAddress device = TestContracts.device();
    private final UUID server = TimeOrderedId.next();
    private @Nullable FreeRadius radius;
    private int authPort;
    private int acctPort;

    @AfterEach
    void stopFreeRadius() {
        if (radius != null) {
            radius.close();
        }
    }

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

    private void assertRefused(Contract contract, NewGateway terms, SharedAddressException.Wrong wrong) {
        assertThatExceptionOfType(SharedAddressException.class)
                .isThrownBy(() -> gateways.add(contract, terms))
                .satisfies(e -> assertThat(e.wrong()).isEqualTo(wrong));
    }

    private String key() {
        return ActingAs.administrator(
                () -> servers.add(server, new NewRadiusServer("FreeRADIUS", AddressList.parse("127.0.0.0/8, ::1")))
                        .value());
    }

    private void start(String url, String key) throws Exception {
        authPort = FreeRadius.freePort();
        acctPort = FreeRadius.freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "PROPUSK_URL",
                url,
                "PROPUSK_RADIUS_RUN",
                folder.toString(),
                "PROPUSK_RADIUS_LISTEN",
                "127.0.0.1",
                "PROPUSK_RADIUS_IPV6",
                "on",
                "PROPUSK_RADIUS_AUTH_PORT",
                Integer.toString(authPort),
                "PROPUSK_RADIUS_ACCT_PORT",
                Integer.toString(acctPort)));
        if (!key.isEmpty()) {
            environment.put("PROPUSK_RADIUS_KEY", key);
        }
        radius = FreeRadius.start(Path.of("docker", "freeradius"), environment);
    }

    private FreeRadius running() {
        return Objects.requireNonNull(radius);
    }

    private List<Refusal> refusals() {
        return ActingAs.administrator(() -> refused.latest()).stream()
                .filter(one -> one.source().equals(address))
                .map(Refused::refusal)
                .toList();
    }

    private static NewGateway gateway(@Nullable String identifier, String address, String secret) {
        return new NewGateway("Шлюз", GatewayKind.MIKROTIK, identifier, address, 1, secret, null, List.of());
    }

    private static NewGateway gateway(String sources, Signs signs) {
        return new NewGateway(
                "Контроллер", GatewayKind.OTHER, Sources.parse(sources), signs, 1, SECRET, null, List.of(), null);
    }

    private Token generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
    }

    private String login(String identifier, Token token, String secret) throws Exception {
        return send(packet(identifier, token.code().value(), device), secret);
    }

    private String ask(String identifier, MacAddress who, String secret) throws Exception {
        return send(packet(identifier, who.toString(), who), secret);
    }

    private String send(String packet, String secret) throws Exception {
        return FreeRadius.radclient(
                authPort, "auth", secret, packet + "Packet-Src-IP-Address = " + address + "\n", "-t", "2");
    }

    private void account(String identifier, String secret) throws Exception {
        String answer = FreeRadius.radclient(
                acctPort,
                "acct",
                secret,
                "Acct-Status-Type = Start\nAcct-Session-Id = \"1\"\nCalling-Station-Id = \"" + device
                        + "\"\nNAS-Identifier = \"" + identifier + "\"\nPacket-Src-IP-Address = " + address + "\n");
        assertThat(answer).contains("Received Accounting-Response");
    }

    private static String packet(String identifier, String user, MacAddress who) {
        return "User-Name = \"" + user + "\"\nUser-Password = \"x\"\nCalling-Station-Id = \"" + who
                + "\"\nNAS-Identifier = \"" + identifier + "\"\nMessage-Authenticator = 0x00\n";
    }
}
