package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.TestSessions;
import dev.propusk.base.AddressList;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.freeradius.NewRadiusServer;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** RADIUS over TLS (RFC 6614): the real FreeRADIUS, and the real radsecproxy as the gateway. */
@PropuskTest
class RadSecTest {
    private static final String ADDRESS = "127.9.0.1";

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    Gateways gatewayService;

    @Autowired
    RadiusServers servers;

    @Autowired
    Generation generation;

    @Autowired
    TestSessions sessions;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private final MacAddress device = TestContracts.device();
    private final List<GatewayId> added = new ArrayList<>();
    private Contract hotel;
    private FreeRadius radius;
    private int radsecPort;
    private TestCertificates certificates;

    @BeforeEach
    void startFreeRadius() throws Exception {
        certificates = new TestCertificates(folder);
        hotel = contracts.open();
        certificates.authority("ca");
        certificates.certificate("server", "ca");
        String key = ActingAs.administrator(() -> servers.add(
                        TimeOrderedId.next(), new NewRadiusServer("FreeRADIUS", AddressList.parse("127.0.0.0/8")))
                .value());
        radsecPort = FreeRadius.freePort();
        Map<String, String> environment = new HashMap<>(FreeRadius.withKey(
                "http://127.0.0.1:" + port, key, folder, FreeRadius.freePort(), FreeRadius.freePort()));
        environment.put("PROPUSK_RADIUS_RADSEC", "on");
        environment.put("PROPUSK_RADIUS_RADSEC_IPV6", "on");
        environment.put("PROPUSK_RADIUS_RADSEC_PORT", Integer.toString(radsecPort));
        environment.put("PROPUSK_RADIUS_RADSEC_CERTS", folder.toString());
        radius = FreeRadius.start(Path.of("docker", "freeradius"), environment);
    }

    @AfterEach
    void stopFreeRadius() {
        radius.close();
        added.forEach(id -> ActingAs.administrator(() -> gatewayService.remove(hotel.id(), id)));
    }

    @Test
    void aGatewayWithACertificateAsksAndReportsOverTls() throws Exception {
        add(ADDRESS);
        certificates.certificate("gateway", "ca");
        try (RadSecProxy gateway = RadSecProxy.start(folder, ADDRESS, "127.0.0.1", radsecPort, "gateway")) {
            assertThat(login(gateway)).contains("Received Access-Accept", "Session-Timeout = 172800");
            assertThat(account(gateway)).contains("Received Accounting-Response");
        }
        assertThat(contracts.asOwner(hotel, () -> sessions.of(hotel.id())))
                .singleElement()
                .extracting(DeviceSession::device)
                .isEqualTo(device);
    }

    @Test
    void onIpv6Too() throws Exception {
        add("::1");
        certificates.certificate("gateway", "ca");
        try (RadSecProxy gateway = RadSecProxy.start(folder, "[::1]", "[::1]", radsecPort, "gateway")) {
            assertThat(login(gateway)).contains("Received Access-Accept");
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        add(ADDRESS);
        certificates.authority("another");
        certificates.certificate("stranger", "another");
        try (RadSecProxy gateway = RadSecProxy.start(folder, ADDRESS, "127.0.0.1", radsecPort, "stranger")) {
            assertThat(login(gateway)).contains("No reply from server");
            assertThat(account(gateway)).contains("No reply from server");
        }
        assertThat(contracts.asOwner(hotel, () -> sessions.of(hotel.id()))).isEmpty();
        assertThat(radius.log()).contains("unable to get local issuer certificate");
    }

    @Test
    void whoShowsNoCertificateIsRefused() throws Exception {
        certificates.certificate("gateway", "ca");
        String[] bare = {"openssl", "s_client", "-connect", "127.0.0.1:" + radsecPort, "-tls1_2", "-brief"};
        String[] shown = Stream.concat(
                        Arrays.stream(bare),
                        Stream.of("-cert", certificates.pem("gateway"), "-key", certificates.key("gateway")))
                .toArray(String[]::new);
        assertThat(certificates.run(shown)).contains("CONNECTION ESTABLISHED");
        assertThat(certificates.run(bare)).doesNotContain("CONNECTION ESTABLISHED");
        assertThat(radius.log()).contains("Alert write:fatal:handshake failure");
    }

    @Test
    void withACertificateAndFromAnAddressOfNobodysItIsRejected() throws Exception {
        certificates.certificate("gateway", "ca");
        try (RadSecProxy gateway = RadSecProxy.start(folder, "127.9.0.2", "127.0.0.1", radsecPort, "gateway")) {
            assertThat(login(gateway)).contains("Received Access-Reject");
        }
    }

    private void add(String address) {
        added.add(gateways.add(
                        hotel,
                        new NewGateway(
                                "Шлюз", GatewayKind.MIKROTIK, null, address, 1, "shared-by-udp", null, List.of()))
                .gateway()
                .id());
    }

    private String login(RadSecProxy gateway) throws Exception {
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
        return FreeRadius.radclient(
                gateway.port,
                "auth",
                RadSecProxy.SECRET,
                "User-Name = \"" + token.code() + "\"\nUser-Password = \"x\"\nCalling-Station-Id = \"" + device
                        + "\"\nMessage-Authenticator = 0x00\n");
    }

    private String account(RadSecProxy gateway) throws Exception {
        return FreeRadius.radclient(
                gateway.port,
                "acct",
                RadSecProxy.SECRET,
                "User-Name = \"" + device
                        + "\"\nAcct-Status-Type = Start\nAcct-Session-Id = \"1\"\nCalling-Station-Id = \"" + device
                        + "\"\n");
    }
}
