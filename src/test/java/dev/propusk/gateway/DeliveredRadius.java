package dev.propusk.gateway;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real FreeRADIUS with the configuration that is delivered, and radclient as the gateway. */
@PropuskTest
abstract class DeliveredRadius {
    static final String SECRET = "shared-for-tests";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Gateways gatewayService;

    @Autowired
    Generation generation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    final MacAddress device = TestContracts.device();
    Contract hotel;
    Contract cafe;
    Keyed atHotel;
    Keyed atCafe;
    int authPort;
    int acctPort;
    int nasPort;
    FreeRadius radius;
    String lastUser = "";

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

    static NewGateway gateway(String identifier) {
        return new NewGateway("Шлюз", GatewayKind.MIKROTIK, identifier, "127.0.0.1", 1, SECRET, null, List.of());
    }

    static String client(String name, String address, Keyed gateway) {
        return """
                client %s {
                    ipaddr = %s
                    secret = %s
                    require_message_authenticator = yes
                    propusk_key = %s
                }
                """.formatted(name, address, SECRET, gateway.key().value());
    }

    void change(int disconnectPort, @Nullable Integer askAgain) {
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

    Token generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
    }

    String login(Token token, MacAddress who, String password) throws Exception {
        lastUser = token.code().value();
        return FreeRadius.radclient(authPort, "auth", SECRET, request(lastUser, who) + password + "\n");
    }

    String byMac(MacAddress who, String more) throws Exception {
        return FreeRadius.radclient(
                authPort, "auth", SECRET, request(who.toString(), who) + "User-Password = \"" + who + "\"\n" + more);
    }

    static String request(String user, MacAddress who) {
        return "User-Name = \"" + user + "\"\nCalling-Station-Id = \"" + station(who)
                + "\"\nNAS-Identifier = \"hotel-gw\"\nNAS-Port-Type = Wireless-802.11\nMessage-Authenticator = 0x00\n";
    }

    static String station(MacAddress who) {
        return who.toString().replace(':', '-');
    }
}
