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
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.freeradius.RefusedRequests.Refused;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The real FreeRADIUS with a key of its own and no file of clients: gateways are set up in the panel alone. */
@PropuskTest
abstract class RadiusByKey {
    static final String SECRET = "shared-for-tests";
    static final AtomicInteger ADDRESSES = new AtomicInteger();

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
    TestSessions sessions;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    final String address = "127.5.0." + ADDRESSES.incrementAndGet();
    final MacAddress device = TestContracts.device();
    final UUID server = TimeOrderedId.next();

    @Nullable
    FreeRadius radius;

    int authPort;
    int acctPort;

    @AfterEach
    void stopFreeRadius() {
        if (radius != null) {
            radius.close();
        }
    }

    String key() {
        return ActingAs.administrator(
                () -> servers.add(server, new NewRadiusServer("FreeRADIUS", AddressList.parse("127.0.0.0/8, ::1")))
                        .value());
    }

    void start(String url, String key) throws Exception {
        authPort = FreeRadius.freePort();
        acctPort = FreeRadius.freePort();
        radius = FreeRadius.startWithKey(url, key, folder, authPort, acctPort);
    }

    List<Refusal> refusals() {
        return ActingAs.administrator(() -> refused.latest()).stream()
                .filter(one -> one.source().equals(address))
                .map(Refused::refusal)
                .toList();
    }

    static NewGateway gateway(@Nullable String identifier, String address, String secret) {
        return new NewGateway("Шлюз", GatewayKind.MIKROTIK, identifier, address, 1, secret, null, List.of());
    }

    static NewGateway gateway(String sources, Signs signs) {
        return new NewGateway(
                "Контроллер", GatewayKind.OTHER, Sources.parse(sources), signs, 1, SECRET, null, List.of(), null);
    }

    Token generate(Contract contract) {
        return contracts.asOwner(
                contract,
                () -> generation
                        .generate(contract.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
    }

    String login(String identifier, Token token, String secret) throws Exception {
        return send(packet(identifier, token.code().value(), device), secret);
    }

    String send(String packet, String secret) throws Exception {
        return FreeRadius.radclient(
                authPort, "auth", secret, packet + "Packet-Src-IP-Address = " + address + "\n", "-t", "2");
    }

    void account(String identifier, String secret) throws Exception {
        String answer = FreeRadius.radclient(
                acctPort,
                "acct",
                secret,
                "Acct-Status-Type = Start\nAcct-Session-Id = \"1\"\nCalling-Station-Id = \"" + device
                        + "\"\nNAS-Identifier = \"" + identifier + "\"\nPacket-Src-IP-Address = " + address + "\n");
        assertThat(answer).contains("Received Accounting-Response");
    }

    static String packet(String identifier, String user, MacAddress who) {
        return "User-Name = \"" + user + "\"\nUser-Password = \"x\"\nCalling-Station-Id = \"" + who
                + "\"\nNAS-Identifier = \"" + identifier + "\"\nMessage-Authenticator = 0x00\n";
    }
}
