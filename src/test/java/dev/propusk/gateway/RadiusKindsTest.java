package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressList;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.gateway.kind.DevicePlace;
import dev.propusk.gateway.kind.OwnMeanings;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real FreeRADIUS: what the packets of each kind of gateway mean, and what is set for one gateway alone. */
@PropuskTest
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusKindsTest {
    private static final String SECRET = "shared-for-tests";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    RadiusServers servers;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private final String address = "127.8.0." + ADDRESSES.incrementAndGet();
    private final MacAddress device = TestContracts.device();
    private Contract hotel;
    private Contract cafe;
    private FreeRadius radius;
    private int authPort;
    private int acctPort;

    @BeforeEach
    void startFreeRadius() throws Exception {
        hotel = contracts.open();
        cafe = contracts.open();
        String key = ActingAs.administrator(() -> servers.add(
                        TimeOrderedId.next(), new NewRadiusServer("FreeRADIUS", AddressList.parse("127.0.0.0/8")))
                .value());
        authPort = FreeRadius.freePort();
        acctPort = FreeRadius.freePort();
        radius = FreeRadius.startWithKey("http://127.0.0.1:" + port, key, folder, authPort, acctPort);
    }

    @AfterEach
    void stopFreeRadius() {
        radius.close();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedDeviceIsHereOnlyWhereItsKindLetsItConnectFirst(GatewayKind kind) throws Exception {
        Token atHotel = activatedAtHotel();
        add(kind, OwnMeanings.NONE);
        assertThat(ask(device.toString(), station(device.toString()))).contains("Received Access-Reject");
        assertThat(state(atHotel)).isEqualTo(kind.meanings().refusedIsHere() ? TokenState.ANNULLED : TokenState.ACTIVE);

        account("Start", "s1");
        assertThat(state(atHotel)).as("once it is reported").isEqualTo(TokenState.ANNULLED);
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerIsPutOffWhereItsKindSaysSoAndWhoseTokenEndedByAll(GatewayKind kind) throws Exception {
        add(kind, OwnMeanings.NONE);
        account("Start", "s1");
        account("Interim-Update", "s1");
        assertThat(orders()).isEqualTo(kind.meanings().putsOffStrangers() ? List.of("NOT_IDENTIFIED") : List.of());
        jdbc.sql("delete from disconnect").update();

        Token token = generate(cafe);
        assertThat(ask(token.code().value(), station(device.toString()))).contains("Received Access-Accept");
        contracts.asOwner(cafe, () -> ending.annul(cafe.id(), token.id(), false));
        assertThat(orders()).containsExactly("TOKEN_ANNULLED");
        jdbc.sql("delete from disconnect").update();
        account("Interim-Update", "s1");
        assertThat(orders()).as("a report says that it goes on").containsExactly("NOT_IDENTIFIED");
    }

    @Test
    void whatIsSetForAGatewayComesBeforeItsKind() throws Exception {
        Token atHotel = activatedAtHotel();
        add(GatewayKind.MIKROTIK, new OwnMeanings(false, false, null));
        assertThat(ask(device.toString(), station(device.toString()))).contains("Received Access-Reject");
        assertThat(state(atHotel)).isEqualTo(TokenState.ACTIVE);
        account("Start", "s1");
        assertThat(orders()).doesNotContain("NOT_IDENTIFIED");
    }

    @Test
    void aSuspendedContractPutsOffThoseWhomATokenLetInAndLeavesStrangersAlone() throws Exception {
        add(GatewayKind.CISCO, OwnMeanings.NONE);
        account("Start", "s1");
        contracts.suspend(cafe.id());
        assertThat(orders()).isEmpty();
        contracts.resume(cafe.id());
        activation.activate(cafe.id(), generate(cafe).code(), device);
        contracts.suspend(cafe.id());
        assertThat(orders()).containsExactly("CONTRACT_SUSPENDED");
    }

    /** {@code mac}, {@code dots}: the device, {@code ip}: its address, {@code other}: another device; the token as User-Name. */
    @ParameterizedTest
    @CsvSource({
        "STATION_OR_USER, mac, -, Accept",
        "STATION_OR_USER, -, -, Reject",
        "STATION_OR_USER, ip, -, Reject",
        "STATION, mac, -, Accept",
        "USER, mac, -, Reject",
        "CISCO_PAIR, ip, dots, Accept",
        "CISCO_PAIR, mac, -, Accept",
        "CISCO_PAIR, ip, -, Reject",
        "STATION, ip, dots, Reject"
    })
    void theAttributeThatIsSetNamesTheDeviceThatATokenIsFor(
            DevicePlace place, String stationId, String pair, String answer) throws Exception {
        add(GatewayKind.OTHER, new OwnMeanings(null, null, place));
        Token token = generate(cafe);
        assertThat(ask(token.code().value(), named(stationId, pair))).contains("Received Access-" + answer);
        assertThat(contracts
                        .asOwner(cafe, () -> tokens.get(cafe.id(), token.id()))
                        .mac())
                .isEqualTo(answer.equals("Accept") ? Optional.of(device) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "STATION_OR_USER, -, -, Accept",
        "STATION_OR_USER, other, -, Reject",
        "STATION, -, -, Reject",
        "USER, other, -, Accept",
        "CISCO_PAIR, ip, dots, Accept"
    })
    void theAttributeThatIsSetNamesTheDeviceThatAsksByItsMac(
            DevicePlace place, String stationId, String pair, String answer) throws Exception {
        add(GatewayKind.OTHER, new OwnMeanings(null, null, place));
        activation.activate(cafe.id(), generate(cafe).code(), device);
        assertThat(ask(device.toString(), named(stationId, pair))).contains("Received Access-" + answer);
    }

    private String named(String stationId, String pair) {
        return switch (stationId) {
                    case "mac" -> station(device.toString());
                    case "ip" -> station("10.5.50.9");
                    case "other" -> station(TestContracts.device().toString());
                    default -> "";
                }
                + (pair.equals("dots") ? "Cisco-AVPair = \"client-mac-address=" + dotted() + "\"\n" : "");
    }

    private String dotted() {
        String digits = device.toString().replace(":", "").toLowerCase(Locale.ROOT);
        return digits.substring(0, 4) + "." + digits.substring(4, 8) + "." + digits.substring(8);
    }

    private Token activatedAtHotel() {
        return activation.activate(hotel.id(), generate(hotel).code(), device);
    }

    private void add(GatewayKind kind, OwnMeanings meanings) {
        gateways.add(
                cafe,
                new NewGateway(
                        "Шлюз", kind, Sources.parse(address), Signs.NONE, 1, SECRET, null, List.of(), null, meanings));
    }

    private Token generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
    }

    private TokenState state(Token token) {
        return contracts
                .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                .state(clock.instant());
    }

    private List<String> orders() {
        return jdbc.sql("select reason from disconnect where contract_id = ? order by ordered_at, id")
                .param(cafe.id().value())
                .query(String.class)
                .list();
    }

    private String ask(String user, String stationId) throws Exception {
        return FreeRadius.radclient(
                authPort,
                "auth",
                SECRET,
                "User-Name = \"" + user + "\"\nUser-Password = \"x\"\nMessage-Authenticator = 0x00\n" + stationId
                        + from());
    }

    private void account(String status, String session) throws Exception {
        String answer = FreeRadius.radclient(
                acctPort,
                "acct",
                SECRET,
                "Acct-Status-Type = " + status + "\nAcct-Session-Id = \"" + session + "\"\n"
                        + station(device.toString()) + from());
        assertThat(answer).contains("Received Accounting-Response");
    }

    private String from() {
        return "Packet-Src-IP-Address = " + address + "\n";
    }

    private static String station(String name) {
        return "Calling-Station-Id = \"" + name + "\"\n";
    }
}
