package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.TestSessions;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A gateway of many access points, each of which reports by the real FreeRADIUS. */
@PropuskTest
abstract class ManyPoints {
    static final String SECRET = "shared-for-tests";

    static final String ONE = """
            NAS-Identifier = "788a2059c699"
            Packet-Src-IP-Address = 127.0.0.5
            Called-Station-Id = "78-8A-20-59-C6-99:Polar"
            """;

    static final String OTHER = """
            NAS-Identifier = "788a2059c6aa"
            Packet-Src-IP-Address = 127.0.0.6
            Called-Station-Id = "78-8A-20-59-C6-AA:Polar"
            """;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    TestSessions sessions;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    final MacAddress device = TestContracts.device();
    Contract hotel;
    GatewayId gatewayId;
    int acctPort;
    FreeRadius radius;

    @BeforeEach
    void startFreeRadius() throws Exception {
        hotel = contracts.open();
        acctPort = FreeRadius.freePort();
        Keyed gateway = gateways.add(
                hotel, new NewGateway("Точки", GatewayKind.UNIFI, null, null, 3799, SECRET, null, List.of()));
        gatewayId = gateway.gateway().id();
        Path clients = Files.writeString(folder.resolve("clients.conf"), """
                client all {
                    ipaddr = 127.0.0.0/8
                    secret = %s
                    require_message_authenticator = yes
                    propusk_key = %s
                }
                """.formatted(
                        SECRET, gateway.key().value()));
        radius = FreeRadius.start(
                Path.of("docker", "freeradius"),
                Map.of(
                        "PROPUSK_URL", "http://127.0.0.1:" + port,
                        "PROPUSK_RADIUS_RUN", folder.toString(),
                        "PROPUSK_RADIUS_CLIENTS", clients.toString(),
                        "PROPUSK_RADIUS_LISTEN", "127.0.0.1",
                        "PROPUSK_RADIUS_AUTH_PORT", Integer.toString(FreeRadius.freePort()),
                        "PROPUSK_RADIUS_ACCT_PORT", Integer.toString(acctPort)));
    }

    @AfterEach
    void stopFreeRadius() throws Exception {
        radius.close();
    }

    static String event(Instant at) {
        return "Event-Timestamp = " + at.getEpochSecond() + "\n";
    }

    void account(String status, String session, String more) throws Exception {
        send("Acct-Status-Type = " + status + "\nAcct-Session-Id = \"" + session + "\"\nUser-Name = \"" + device
                + "\"\nCalling-Station-Id = \"" + device + "\"\n" + more);
    }

    void restart(String status, String more) throws Exception {
        send("Acct-Status-Type = " + status + "\n" + more);
    }

    void send(String attributes) throws Exception {
        assertThat(FreeRadius.radclient(acctPort, "acct", SECRET, attributes))
                .as(radius.log())
                .contains("Received Accounting-Response");
    }

    List<DeviceSession> all() {
        return contracts.asOwner(hotel, () -> sessions.of(hotel.id()));
    }

    DeviceSession only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }
}
