package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.SessionEnd;
import dev.propusk.gateway.session.UnkeptReason;
import dev.propusk.gateway.session.UnkeptReports;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

/** Access points report sessions each on its own. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusSessionsTest extends ManyPoints {
    @Autowired
    UnkeptReports unkept;

    @Test
    void anAccessPointThatStartsAnewEndsItsOwnSessionsAlone() throws Exception {
        account("Start", "s1", ONE);
        clock.advance(Duration.ofSeconds(10));
        restart("Accounting-On", OTHER);
        assertThat(only().endedAt()).isEmpty();
        restart("Accounting-On", ONE.replace(":Polar", ":Staff"));
        assertThat(only().endedAt()).as("another of its networks").isEmpty();
        Instant last = only().seenAt();
        restart("Accounting-On", ONE);
        assertThat(only().endedAt()).hasValue(last);
        assertThat(only().endedBy()).isEqualTo(SessionEnd.RESTART);
        clock.advance(Duration.ofMinutes(5));
        account("Interim-Update", "s1", ONE + "Acct-Session-Time = 310\n");
        assertThat(only().endedAt()).as("it goes on after all").isEmpty();
        restart("Accounting-Off", ONE);
        assertThat(only().endedAt()).hasValue(clock.instant());
        assertThat(only().endedBy()).isEqualTo(SessionEnd.OFF);
    }

    @Test
    void anIdThatIsUsedAgainAtOnceIsAnotherSession() throws Exception {
        account("Start", "80000001", ONE + "Framed-IP-Address = 10.5.50.1\n");
        clock.advance(Duration.ofMinutes(2));
        account("Stop", "80000001", ONE + "Acct-Session-Time = 120\nAcct-Output-Octets = 9000\n");
        clock.advance(Duration.ofSeconds(3));
        account("Start", "80000001", ONE + "Framed-IP-Address = 10.5.50.101\n");
        account("Stop", "80000001", ONE + "Acct-Session-Time = 120\nAcct-Output-Octets = 9000\n");
        List<DeviceSession> both = all();
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().endedAt()).isEmpty();
        assertThat(both.getFirst().ip()).isEqualTo("10.5.50.101");
        assertThat(both.getFirst().out()).isZero();
        assertThat(both.getLast().endedBy()).isEqualTo(SessionEnd.STOP);
        assertThat(both.getLast().out()).isEqualTo(9_000);
    }

    @Test
    void aReportThatIsLateByItsOwnClockIsDatedWhenItHappened() throws Exception {
        long days = 86_400L * 9_000;
        account("Start", "s1", ONE + event(clock.instant().minusSeconds(days)));
        clock.advance(Duration.ofHours(3));
        account("Stop", "s1", ONE + event(clock.instant().minusSeconds(days + 7_200)) + "Acct-Session-Time = 3600\n");
        DeviceSession session = only();
        assertThat(Duration.between(session.startedAt(), session.endedAt().orElseThrow()))
                .isBetween(Duration.ofSeconds(3_598), Duration.ofSeconds(3_602));
        assertThat(Duration.between(session.endedAt().orElseThrow(), clock.instant()))
                .isBetween(Duration.ofSeconds(7_198), Duration.ofSeconds(7_202));
    }

    @Test
    void longIdsAndNamesAreKeptAndCountersGoOnWhereTheyWrap() throws Exception {
        String id = "x".repeat(240);
        account("Start", id, ONE);
        clock.advance(Duration.ofMinutes(5));
        account("Interim-Update", id, ONE + "Acct-Session-Time = 300\nAcct-Input-Octets = 4294967000\n");
        clock.advance(Duration.ofMinutes(5));
        account("Interim-Update", id, ONE + "Acct-Session-Time = 600\nAcct-Input-Octets = 500000000\n");
        clock.advance(Duration.ofMinutes(5));
        account("Stop", id, ONE + "Acct-Session-Time = 900\nAcct-Input-Octets = 900000000\n");
        assertThat(only().in()).isEqualTo((1L << 32) + 900_000_000);
    }

    @Test
    void aReportIsKeptHoweverLongItsTexts() throws Exception {
        String text = "x".repeat(230);
        send("Acct-Status-Type = Start\nAcct-Session-Id = \"" + text + "\"\nUser-Name = \"" + text
                + "\"\nCalling-Station-Id = \"" + device + ":" + text + "\"\nNAS-Identifier = \"" + text
                + "\"\nCalled-Station-Id = \"" + text + "\"\nAcct-Terminate-Cause = 4000000000\n");
        assertThat(only().device()).isEqualTo(device);
        ActingAs.administrator(
                () -> assertThat(unkept.of(hotel.id(), gatewayId)).isEmpty());
    }

    @Test
    void severalAddressesOfBothKindsAreKept() throws Exception {
        account(
                "Start",
                "s1",
                ONE + "Framed-IP-Address = 10.5.50.9\nFramed-IPv6-Address = 2001:db8::abcd\n"
                        + "Framed-IPv6-Address = 2001:db8::1:abcd\nFramed-IPv6-Prefix = 2001:db8:2::/64\n"
                        + "Delegated-IPv6-Prefix = 2001:db8:f00::/56\n");
        assertThat(only().addresses())
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "10.5.50.9", "2001:db8::abcd", "2001:db8::1:abcd", "2001:db8:2::/64", "2001:db8:f00::/56");
    }

    @Test
    void aDeviceThatIsNamedOtherwiseIsKnownAndWhatNamesNoneIsCounted() throws Exception {
        String mac = device.toString().replace(":", "").toLowerCase(java.util.Locale.ROOT);
        send("Acct-Status-Type = Start\nAcct-Session-Id = \"n1\"\nUser-Name = \"" + mac + "@hotel\"\n" + ONE);
        assertThat(only().device()).isEqualTo(device);
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst());
        MacAddress other = TestContracts.device();
        activation.activate(hotel.id(), token.code(), other);
        send("Acct-Status-Type = Start\nAcct-Session-Id = \"n2\"\nUser-Name = \"" + token.code() + "\"\n" + ONE);
        send("Acct-Status-Type = Start\nAcct-Session-Id = \"n3\"\nUser-Name = \"somebody\"\n" + ONE);
        assertThat(all()).extracting(DeviceSession::device).containsExactlyInAnyOrder(device, other);
        ActingAs.administrator(() -> assertThat(unkept.of(hotel.id(), gatewayId))
                .singleElement()
                .satisfies(counted -> assertThat(counted.reason()).isEqualTo(UnkeptReason.NO_DEVICE)));
    }
}
