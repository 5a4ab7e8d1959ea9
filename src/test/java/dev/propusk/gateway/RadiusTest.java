package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.disconnect.Disconnects;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real FreeRADIUS with the configuration that is delivered, and radclient as the gateway. */
@PropuskTest
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusTest {
    private static final String SECRET = "shared-for-tests";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Gateways gatewayService;

    @Autowired
    Generation generation;

    @Autowired
    Annulments ending;

    @Autowired
    Tokens tokens;

    @Autowired
    DeviceSessions sessions;

    @Autowired
    Disconnects disconnects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private final MacAddress device = TestContracts.device();
    private Contract hotel;
    private Contract cafe;
    private Keyed atHotel;
    private Keyed atCafe;
    private int authPort;
    private int acctPort;
    private int nasPort;
    private FreeRadius radius;
    private String lastUser = "";

    @BeforeEach
    void startFreeRadius() throws Exception {
        hotel = contracts.open();
        cafe = contracts.open();
        authPort = FreeRadius.freePort();
        acctPort = FreeRadius.freePort();
        nasPort = FreeRadius.freePort();
        atHotel = gateways.add(hotel, gateway("hotel-gw"));
        atCafe = gateways.add(cafe, gateway("cafe-gw"));
        Path clients = Files.writeString(
                folder.resolve("clients.conf"),
                client("hotel", "127.0.0.1", atHotel) + client("cafe", "127.0.0.2", atCafe));
        radius = FreeRadius.start(
                Path.of("docker", "freeradius"),
                Map.of(
                        "PROPUSK_URL", "http://127.0.0.1:" + port,
                        "PROPUSK_RADIUS_RUN", folder.toString(),
                        "PROPUSK_RADIUS_CLIENTS", clients.toString(),
                        "PROPUSK_RADIUS_LISTEN", "127.0.0.1",
                        "PROPUSK_RADIUS_AUTH_PORT", Integer.toString(authPort),
                        "PROPUSK_RADIUS_ACCT_PORT", Integer.toString(acctPort)));
    }

    @AfterEach
    void stopFreeRadius() throws Exception {
        radius.close();
        for (Keyed one : List.of(atHotel, atCafe)) {
            ActingAs.administrator(() -> gatewayService.remove(
                    one.gateway().contract(), one.gateway().id()));
        }
    }

    @Test
    void aCodeAsUserNameIdentifiesTheDeviceByPapAndByChapAndOnlyOnce() throws Exception {
        Token token = generate(hotel);
        String first = login(token, device, "User-Password = \"" + token.code() + "\"");
        assertThat(first)
                .contains("Received Access-Accept", "Session-Timeout = 172800", "Acct-Interim-Interval = 300")
                .containsPattern("(?s)Received Access-Accept.*Message-Authenticator = 0x[0-9a-f]{32}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(login(token, device, "CHAP-Password = \"" + token.code() + "\""))
                .contains("Received Access-Accept", "Session-Timeout = 172740");
        assertThat(jdbc.sql("select count(*) from journal where subject = ? and action = 'token.activated'")
                        .param(token.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Token byChap = generate(hotel);
        assertThat(login(byChap, TestContracts.device(), "CHAP-Password = \"" + byChap.code() + "\""))
                .contains("Received Access-Accept");
    }

    @Test
    void aRepeatedPacketIsAnsweredAgainAndActivatesNothing() throws Exception {
        Token token = generate(hotel);
        String attributes = request(token.code().value(), device) + "User-Password = \"x\"\n";
        String twice = FreeRadius.radclient(authPort, "auth", SECRET, attributes, "-c", "2");
        assertThat(twice.split("Received Access-Accept", -1)).hasSize(3);
        assertThat(jdbc.sql("select count(*) from journal where subject = ? and action = 'token.activated'")
                        .param(token.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSecondDeviceOnASingleUseTokenIsRejected() throws Exception {
        Token token = generate(hotel);
        login(token, device, "User-Password = \"x\"");
        String second = login(token, TestContracts.device(), "User-Password = \"x\"");
        assertThat(second)
                .contains("Received Access-Reject")
                .containsPattern("(?s)Received Access-Reject.*Message-Authenticator = 0x[0-9a-f]{32}");
    }

    @Test
    void aKnownDeviceIsAcceptedByItsMacForWhatIsLeftAndNotBeyond() throws Exception {
        assertThat(byMac(device, "")).contains("Received Access-Reject");
        login(generate(hotel), device, "User-Password = \"x\"");
        clock.advance(Duration.ofHours(47));
        assertThat(byMac(device, "")).contains("Received Access-Accept", "Session-Timeout = 3600");
        clock.advance(Duration.ofHours(1));
        assertThat(byMac(device, "")).contains("Received Access-Reject");
    }

    @Test
    void aGatewayThatNoDisconnectReachesAsksAgainAlsoAboutATokenWithoutAnEnd() throws Exception {
        change(1, 10);
        Token unlimited = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                        .tokens()
                        .getFirst());
        assertThat(login(unlimited, device, "User-Password = \"x\""))
                .contains("Received Access-Accept", "Session-Timeout = 600");
        Token timed = generate(hotel);
        MacAddress other = TestContracts.device();
        login(timed, other, "User-Password = \"x\"");
        clock.advance(Duration.ofDays(2).minusSeconds(90));
        assertThat(byMac(other, "")).contains("Received Access-Accept", "Session-Timeout = 90");
    }

    @Test
    void aDeviceThatAuthenticatesInAnotherNetworkLosesItsToken() throws Exception {
        Token token = generate(hotel);
        login(token, device, "User-Password = \"x\"");
        assertThat(byMac(device, "Packet-Src-IP-Address = 127.0.0.2\n"))
                .as("under another gateway's name")
                .contains("Received Access-Reject");
        assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
        assertThat(FreeRadius.radclient(
                        authPort,
                        "auth",
                        SECRET,
                        request(device.toString(), device).replace("hotel-gw", "cafe-gw")
                                + "User-Password = \"x\"\nPacket-Src-IP-Address = 127.0.0.2\n"))
                .contains("Received Access-Reject");
        assertThat(state(token)).isEqualTo(TokenState.ANNULLED);
    }

    @Test
    void aPacketWithoutMessageAuthenticatorIsNotAnswered() throws Exception {
        login(generate(hotel), device, "User-Password = \"x\"");
        String attributes = request(device.toString(), device).replace("Message-Authenticator = 0x00\n", "")
                + "User-Password = \"x\"\n";
        assertThat(FreeRadius.radclient(authPort, "auth", SECRET, attributes, "-t", "1"))
                .contains("No reply from server");
        assertThat(FreeRadius.radclient(
                        authPort,
                        "auth",
                        "another-secret",
                        request("x", device) + "User-Password = \"x\"\n",
                        "-t",
                        "1"))
                .doesNotContain("Received Access-Accept");
    }

    @Test
    void accountingIsKeptAndFoundByAddressAndTime() throws Exception {
        login(generate(hotel), device, "User-Password = \"x\"");
        account("Start", "s1", "10.5.50.7", "");
        clock.advance(Duration.ofMinutes(5));
        account("Interim-Update", "s1", "10.5.50.7", "Acct-Input-Octets = 1000\nAcct-Output-Octets = 2000\n");
        account("Start", "s1", "10.5.50.7", "Acct-Delay-Time = 300\n");
        assertThat(session().endedAt()).isEmpty();
        clock.advance(Duration.ofMinutes(5));
        String stop = """
                Acct-Input-Octets = 1000
                Acct-Input-Gigawords = 1
                Acct-Output-Octets = 5000
                Acct-Session-Time = 600
                Acct-Terminate-Cause = User-Request
                """;
        account("Stop", "s1", "10.5.50.7", stop);
        account("Stop", "s1", "10.5.50.7", stop);
        DeviceSession session = session();
        assertThat(session.device()).isEqualTo(device);
        assertThat(session.gatewayName()).isEqualTo("Шлюз");
        assertThat(session.endedAt()).hasValue(clock.instant());
        assertThat(session.startedAt()).isEqualTo(clock.instant().minus(Duration.ofMinutes(10)));
        assertThat(List.of(session.in(), session.out())).containsExactly((1L << 32) + 1000, 5000L);
        assertThat(session.endCause()).isEqualTo("User-Request");
        List<DeviceSession> found = ActingAs.user(
                contracts.user(contracts.support()),
                () -> sessions.findByAddressAcrossContracts(
                        NetworkAddress.parse("10.5.50.7"),
                        clock.instant().minus(Duration.ofMinutes(6)),
                        clock.instant()));
        assertThat(found).contains(session);
    }

    @Test
    void theSessionOfADeviceEndsWithItsLastToken() throws Exception {
        Token first = generate(hotel);
        Token second = generate(hotel);
        login(first, device, "User-Password = \"x\"");
        login(second, device, "User-Password = \"x\"");
        account("Start", "s2", "10.5.50.8", "");
        try (FreeRadius _ = listen()) {
            annul(first);
            carryOut();
            assertThat(received()).isEmpty();
            annul(second);
            carryOut();
            assertThat(received())
                    .containsPattern("^Disconnect-Request station= session=s2 user=" + second.code()
                            + " ip=10.5.50.8 nas= at="
                            + clock.instant().getEpochSecond() + " signed=0x[0-9a-f]{32}\n$");
        }
        assertThat(session().endedAt()).hasValue(clock.instant());
        assertThat(answers()).containsExactly("ACK");
        assertThat(byMac(device, "")).contains("Received Access-Reject");
    }

    @Test
    void aGatewaysRefusalAndItsSilenceAreInTheJournal() throws Exception {
        login(generate(hotel), device, "User-Password = \"x\"");
        account("Start", "gone1", "10.5.50.9", "");
        contracts.suspend(hotel.id());
        carryOut();
        assertThat(answers()).isEmpty();
        try (FreeRadius _ = listen()) {
            carryOut();
            assertThat(received()).isEmpty();
            clock.advance(Duration.ofSeconds(10));
            carryOut();
        }
        assertThat(answers()).containsExactly("NAK 503");
        contracts.resume(hotel.id());

        account("Start", "s3", "10.5.50.9", "");
        clock.advance(Duration.ofDays(2));
        account("Interim-Update", "s3", "10.5.50.9", "");
        for (int i = 0; i < 7; i++) {
            carryOut();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(answers()).containsExactly("NAK 503", "NONE");
    }

    private void carryOut() {
        disconnects.carryOutDue();
        assertThat(disconnects.awaitRest(Duration.ofSeconds(60))).isTrue();
    }

    private static NewGateway gateway(String identifier) {
        return new NewGateway("Шлюз", GatewayKind.MIKROTIK, identifier, "127.0.0.1", 1, SECRET, null, List.of());
    }

    private static String client(String name, String address, Keyed gateway) {
        return """
                client %s {
                    ipaddr = %s
                    secret = %s
                    require_message_authenticator = yes
                    propusk_key = %s
                }
                """.formatted(name, address, SECRET, gateway.key().value());
    }

    /** A gateway's listener, on the port that Propusk is told now. */
    private FreeRadius listen() throws Exception {
        change(nasPort, null);
        return FreeRadius.start(
                Path.of("src", "test", "resources", "freeradius-nas"),
                Map.of("NAS_RUN", folder.toString(), "NAS_PORT", Integer.toString(nasPort), "NAS_SECRET", SECRET));
    }

    private void change(int disconnectPort, @Nullable Integer askAgain) {
        NewGateway terms = new NewGateway(
                "Шлюз",
                GatewayKind.MIKROTIK,
                Sources.parse("127.0.0.1"),
                Signs.by(Optional.of("hotel-gw")),
                disconnectPort,
                null,
                null,
                List.of(),
                askAgain);
        ActingAs.administrator(() -> gatewayService.change(
                hotel.id(),
                atHotel.gateway().id(),
                GatewayChange.to(terms),
                gatewayService.get(hotel.id(), atHotel.gateway().id()).version()));
    }

    private String received() throws Exception {
        Path log = folder.resolve("disconnects");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private List<String> answers() {
        Pattern answer = Pattern.compile("\"answer\":\\s*\"([^\"]+)\"");
        return jdbc
                .sql(
                        "select details from journal where contract_id = ? and action = 'session.disconnected' order by id")
                .param(hotel.id().value())
                .query(String.class)
                .stream()
                .map(answer::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    private DeviceSession session() {
        List<DeviceSession> all = contracts.asOwner(hotel, () -> sessions.of(hotel.id()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void annul(Token token) {
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), token.id(), false));
    }

    private TokenState state(Token token) {
        return contracts
                .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                .state(clock.instant());
    }

    private Token generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
    }

    private String login(Token token, MacAddress who, String password) throws Exception {
        lastUser = token.code().value();
        return FreeRadius.radclient(authPort, "auth", SECRET, request(lastUser, who) + password + "\n");
    }

    private String byMac(MacAddress who, String more) throws Exception {
        return FreeRadius.radclient(
                authPort, "auth", SECRET, request(who.toString(), who) + "User-Password = \"" + who + "\"\n" + more);
    }

    private void account(String status, String session, String ip, String more) throws Exception {
        String answer = FreeRadius.radclient(
                acctPort,
                "acct",
                SECRET,
                "Acct-Status-Type = " + status + "\nAcct-Session-Id = \"" + session + "\"\nUser-Name = \"" + lastUser
                        + "\"\nCalling-Station-Id = \"" + station(device) + "\"\nFramed-IP-Address = " + ip
                        + "\nNAS-Identifier = \"hotel-gw\"\n" + more);
        assertThat(answer).contains("Received Accounting-Response");
    }

    private static String request(String user, MacAddress who) {
        return "User-Name = \"" + user + "\"\nCalling-Station-Id = \"" + station(who)
                + "\"\nNAS-Identifier = \"hotel-gw\"\nNAS-Port-Type = Wireless-802.11\nMessage-Authenticator = 0x00\n";
    }

    private static String station(MacAddress who) {
        return who.toString().replace(':', '-');
    }
}
