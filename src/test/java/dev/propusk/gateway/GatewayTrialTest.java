package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.trial.GatewayTrial;
import dev.propusk.gateway.trial.TrialAnswer;
import dev.propusk.gateway.trial.TrialResult;
import dev.propusk.gateway.trial.TrialResult.Outcome;
import dev.propusk.secrets.Secrets;
import dev.propusk.security.ActingAs;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway is tried through the real FreeRADIUS, and nobody can do anything else by that way. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class GatewayTrialTest extends TriedRadius {
    @Autowired
    GatewayTrial trial;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    @Test
    void itWorksAndSaysSoAndLeavesNoTrace() throws Exception {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel, gateway(address, signs("Polar", "hotel-gw")));
        startHere(key());
        Map<String, Integer> before = rows();
        TrialResult result = tryIt(gateway);
        assertThat(result.outcome()).as(radius == null ? "" : radius.log()).isEqualTo(Outcome.REFUSED);
        assertThat(result.answer()).contains(TrialAnswer.KNOWN);
        assertThat(result.works()).isTrue();
        assertThat(result.took()).isPositive();
        assertThat(rows()).isEqualTo(before);
        assertThat(tryIt(gateway).works()).as("once more within the minute").isTrue();
        contracts.suspend(hotel.id());
        assertThat(tryIt(gateway).answer()).contains(TrialAnswer.SUSPENDED);
    }

    @Test
    void itSaysWhyTheGatewayWouldNotBeKnown() throws Exception {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel, gateway(address, signs("Polar", "hotel-gw")));
        startHere(key());
        jdbc.sql("update gateway set ssids = 'Other' where id = ?")
                .param(gateway.gateway().id().value())
                .update();
        assertThat(tryIt(gateway).works()).isTrue();
        Keyed mightier = gateways.add(
                contracts.open(),
                gateway(address, new Signs(List.of("Other"), List.of("hotel-gw"), List.of("x.ru"), List.of())));
        jdbc.sql("update gateway set realms = null, vlans = null where id = ?")
                .param(mightier.gateway().id().value())
                .update();
        assertThat(tryIt(gateway).answer()).contains(TrialAnswer.SEVERAL_FIT);
    }

    @Test
    void aFreeRadiusThatIsDownOrCannotAskOrHasAnotherSecretIsToldApart() throws Exception {
        Keyed gateway = gateways.add(contracts.open(), gateway("hotel-gw", address, SECRET));
        assertThat(tryIt(gateway).outcome()).isEqualTo(Outcome.NOBODY_LISTENS);
        startHere("rk_of-nobody");
        assertThat(tryIt(gateway).outcome()).isEqualTo(Outcome.SILENCE);
        stopFreeRadius();
        Path clients = Files.writeString(folder.resolve("clients.conf"), """
                client here {
                    ipaddr = %s
                    secret = some-other-secret
                    require_message_authenticator = yes
                }
                """.formatted(FROM));
        Map<String, String> environment =
                new HashMap<>(FreeRadius.withKey("http://127.0.0.1:" + port, key(), folder, AUTH_PORT, acctPort));
        environment.put("PROPUSK_RADIUS_CLIENTS", clients.toString());
        radius = FreeRadius.start(Path.of("docker", "freeradius"), environment);
        assertThat(tryIt(gateway).outcome()).isEqualTo(Outcome.SILENCE);
        assertThat(radius.log()).contains("Shared secret is incorrect");
    }

    @Test
    void anAnswerThatIsSignedByAnotherSecretIsToldAsThat() throws Exception {
        Keyed gateway = gateways.add(contracts.open(), gateway("hotel-gw", address, SECRET));
        try (DatagramSocket other = new DatagramSocket(AUTH_PORT, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> reject(other));
            assertThat(tryIt(gateway).outcome()).isEqualTo(Outcome.FORGED);
        }
    }

    /** With an authenticator that nobody's secret makes. */
    private static void reject(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        try {
            while (!socket.isClosed()) {
                socket.receive(packet);
                byte[] reject = new byte[20];
                reject[0] = 3;
                reject[1] = packet.getData()[1];
                reject[3] = 20;
                socket.send(new DatagramPacket(reject, reject.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void withoutATrialNobodySpeaksFromTheApplicationsAddressNorUsesItsNumberAgain() throws Exception {
        Contract hotel = contracts.open();
        Keyed gateway = gateways.add(hotel, gateway("hotel-gw", address, SECRET));
        startHere(key());
        String stranger =
                packet("hotel-gw", generate(hotel).code().value(), device) + "Packet-Src-IP-Address = " + FROM + "\n";
        assertThat(FreeRadius.radclient(AUTH_PORT, "auth", SECRET, stranger, "-t", "2"))
                .contains("No reply from server");
        assertThat(tryIt(gateway).works()).isTrue();
        String secret = jdbc.sql("select id from gateway_trial order by begun_at desc limit 1")
                .query(String.class)
                .single();
        // while FreeRADIUS keeps the address for its minute, and whoever sits there knew all
        String again = stranger + "Proxy-State = 0x" + secret.replace("-", "") + "\n";
        String derived = new String(trialSecret(), StandardCharsets.US_ASCII);
        assertThat(FreeRadius.radclient(AUTH_PORT, "auth", derived, again, "-t", "2"))
                .contains("Received Access-Reject");
        assertThat(ActingAs.administrator(() -> refused.latest()))
                .anyMatch(one -> one.source().equals(FROM) && one.refusal() == Refusal.UNKNOWN_ADDRESS);
        assertThat(contracts.asOwner(hotel, () -> sessions.of(hotel.id()))).isEmpty();
    }

    private byte[] trialSecret() {
        return HexFormat.of()
                .formatHex(secrets.sign(
                        "gateway-trial",
                        AddressBlock.of(NetworkAddress.parse(FROM)).network()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private TrialResult tryIt(Keyed gateway) {
        return ActingAs.administrator(() ->
                trial.tryIt(gateway.gateway().contract(), gateway.gateway().id()));
    }

    private static Signs signs(String ssid, String name) {
        return new Signs(List.of(ssid), List.of(name), List.of(), List.of());
    }

    /** Of all that a question could leave behind. */
    private Map<String, Integer> rows() {
        Map<String, Integer> counted = new HashMap<>();
        for (String table : List.of(
                "device_session",
                "nas",
                "disconnect",
                "guessing_budget",
                "journal",
                "foreign_annulment",
                "unkept_report")) {
            counted.put(
                    table,
                    jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        }
        return counted;
    }
}
