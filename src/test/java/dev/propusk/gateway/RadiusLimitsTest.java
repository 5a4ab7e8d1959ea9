package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.generate.Generation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the real FreeRADIUS passes on of a token's limits, to a gateway of each kind. */
@PropuskTest
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusLimitsTest {
    private static final String SECRET = "shared-for-tests";
    private static final Limits ALL = new Limits(10_000, 2_000, 30, 5_000);

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Gateways gatewayService;

    @Autowired
    Generation generation;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private final Map<GatewayKind, Keyed> kinds = new LinkedHashMap<>();
    private final MacAddress device = TestContracts.device();
    private Contract hotel;
    private int authPort;
    private int acctPort;
    private FreeRadius radius;

    @BeforeEach
    void startFreeRadius() throws Exception {
        hotel = contracts.open();
        authPort = FreeRadius.freePort();
        acctPort = FreeRadius.freePort();
        StringBuilder clients = new StringBuilder();
        for (GatewayKind kind : GatewayKind.values()) {
            Keyed added = gateways.add(
                    hotel, new NewGateway("Шлюз", kind, null, source(kind), 1, SECRET, null, java.util.List.of()));
            kinds.put(kind, added);
            clients.append("""
                    client %s {
                        ipaddr = %s
                        secret = %s
                        require_message_authenticator = yes
                        propusk_key = %s
                    }
                    """.formatted(kind, source(kind), SECRET, added.key().value()));
        }
        radius = FreeRadius.start(
                Path.of("docker", "freeradius"),
                Map.of(
                        "PROPUSK_URL", "http://127.0.0.1:" + port,
                        "PROPUSK_RADIUS_RUN", folder.toString(),
                        "PROPUSK_RADIUS_CLIENTS",
                                Files.writeString(folder.resolve("clients.conf"), clients)
                                        .toString(),
                        "PROPUSK_RADIUS_LISTEN", "127.0.0.1",
                        "PROPUSK_RADIUS_AUTH_PORT", Integer.toString(authPort),
                        "PROPUSK_RADIUS_ACCT_PORT", Integer.toString(acctPort)));
    }

    @AfterEach
    void stopFreeRadius() {
        radius.close();
        kinds.values()
                .forEach(one -> ActingAs.administrator(() -> gatewayService.remove(
                        one.gateway().contract(), one.gateway().id())));
    }

    @Test
    void aMikrotikIsToldTheRateTheIdleTimeAndTheTraffic() throws Exception {
        assertThat(login(GatewayKind.MIKROTIK, ALL))
                .contains(
                        "Received Access-Accept",
                        "Mikrotik-Rate-Limit = \"2000k/10000k\"",
                        "Mikrotik-Total-Limit = 705032704",
                        "Mikrotik-Total-Limit-Gigawords = 1",
                        "Idle-Timeout = 1800",
                        "Session-Timeout = 172800");
    }

    @Test
    void aCoovaChilliIsToldAllInItsOwnAttributesAlsoTheOneThatFreeRadiusDoesNotKnow() throws Exception {
        assertThat(login(GatewayKind.COOVACHILLI, ALL))
                .contains(
                        "ChilliSpot-Bandwidth-Max-Down = 10000",
                        "ChilliSpot-Bandwidth-Max-Up = 2000",
                        "ChilliSpot-Max-Total-Octets = 705032704",
                        "Attr-26.14559.23 = 0x00000001",
                        "Idle-Timeout = 1800");
    }

    @Test
    void othersAreToldByWispr() throws Exception {
        assertThat(login(GatewayKind.OTHER, ALL))
                .contains(
                        "WISPr-Bandwidth-Max-Down = 10000000",
                        "WISPr-Bandwidth-Max-Up = 2000000",
                        "Idle-Timeout = 1800")
                .doesNotContain("Total", "Rate-Limit", "ChilliSpot");
    }

    @Test
    void aCiscoIsToldByAirespace() throws Exception {
        assertThat(login(GatewayKind.CISCO, ALL))
                .contains(
                        "Airespace-Data-Bandwidth-Average-Contract = 10000",
                        "Airespace-Data-Bandwidth-Average-Contract-Upstream = 2000")
                .doesNotContain("WISPr", "Idle-Timeout");
    }

    @Test
    void whatAKindDoesNotTakeIsNotSent() throws Exception {
        assertThat(login(GatewayKind.UNIFI, ALL))
                .contains("Received Access-Accept", "Session-Timeout = 172800")
                .doesNotContain("WISPr", "Idle-Timeout", "Mikrotik", "ChilliSpot");
    }

    @Test
    void theRestIsToldAndNobodyIsAcceptedWithoutAny() throws Exception {
        Token token = generate(new Limits(null, null, null, 10));
        assertThat(login(GatewayKind.MIKROTIK, token)).contains("Mikrotik-Total-Limit = 10000000");
        account("Stop", "s1", 4_000_000, 1_000_000);
        account("Stop", "s1", 4_000_000, 1_000_000);
        assertThat(byMac()).contains("Received Access-Accept", "Mikrotik-Total-Limit = 5000000");
        account("Start", "s2", 0, 0);
        account("Interim-Update", "s2", 1_000_000, 3_999_999);
        assertThat(byMac()).contains("Mikrotik-Total-Limit = 1\n");
        account("Stop", "s2", 1_000_000, 4_000_000);
        assertThat(byMac()).contains("Received Access-Reject");
        assertThat(login(GatewayKind.MIKROTIK, token)).contains("Received Access-Reject");
    }

    private static String source(GatewayKind kind) {
        return "127.0.0." + (11 + List.of(GatewayKind.values()).indexOf(kind));
    }

    private String login(GatewayKind kind, Limits limits) throws Exception {
        return login(kind, generate(limits));
    }

    private String login(GatewayKind kind, Token token) throws Exception {
        return ask(kind, token.code().value());
    }

    private String byMac() throws Exception {
        return ask(GatewayKind.MIKROTIK, device.toString());
    }

    private String ask(GatewayKind kind, String user) throws Exception {
        return FreeRadius.radclient(
                authPort,
                "auth",
                SECRET,
                "User-Name = \"" + user + "\"\nUser-Password = \"x\"\nCalling-Station-Id = \"" + device
                        + "\"\nMessage-Authenticator = 0x00\nPacket-Src-IP-Address = " + source(kind) + "\n");
    }

    private void account(String status, String session, int in, int out) throws Exception {
        assertThat(FreeRadius.radclient(
                        acctPort,
                        "acct",
                        SECRET,
                        "Acct-Status-Type = " + status + "\nAcct-Session-Id = \"" + session
                                + "\"\nCalling-Station-Id = \"" + device + "\"\nAcct-Input-Octets = " + in
                                + "\nAcct-Output-Octets = " + out + "\nAcct-Session-Time = 0\nPacket-Src-IP-Address = "
                                + source(GatewayKind.MIKROTIK) + "\n"))
                .contains("Received Accounting-Response");
    }

    private Token generate(Limits limits) {
        TokenRequest request = new TokenRequest(1, Uses.ONE, Term.ofDays(2), null, null, limits);
        return contracts
                .asOwner(hotel, () -> generation.generate(hotel.id(), request))
                .tokens()
                .getFirst();
    }
}
