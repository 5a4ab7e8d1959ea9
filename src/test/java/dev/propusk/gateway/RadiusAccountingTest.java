package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestSessions;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.disconnect.Disconnects;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Token;
import dev.propusk.token.end.Annulments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

/** What a gateway reports by RADIUS is kept, and it is told to end what has ended. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusAccountingTest extends DeliveredRadius {
    @Autowired
    Annulments ending;

    @Autowired
    DeviceSessions sessions;

    @Autowired
    TestSessions told;

    @Autowired
    Contacts contacts;

    @Autowired
    Disconnects disconnects;

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
        assertThat(putOff()).as("for the gateway's page").isOne();
        assertThat(byMac(device, "")).contains("Received Access-Reject");
    }

    private int putOff() {
        contacts.write();
        return jdbc.sql("select sum(in_day) from gateway_contact where contract_id = ? and contact = 'PUT_OFF'")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
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

    /** A gateway's listener, on the port that Propusk is told now. */
    private FreeRadius listen() throws Exception {
        change(nasPort, null);
        return FreeRadius.start(
                Path.of("src", "test", "resources", "freeradius-nas"),
                Map.of("NAS_RUN", folder.toString(), "NAS_PORT", Integer.toString(nasPort), "NAS_SECRET", SECRET));
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
        List<DeviceSession> all = contracts.asOwner(hotel, () -> told.of(hotel.id()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void annul(Token token) {
        contracts.asOwner(hotel, () -> ending.annul(hotel.id(), token.id(), false));
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
}
