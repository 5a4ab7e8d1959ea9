package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.RadiusSettings;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.security.ActingAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements behind sessions, on the real database. */
@PropuskTest
class SessionTableTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    GatewayKeys keys;

    @Autowired
    SessionRecords records;

    @Autowired
    DeviceSessions sessions;

    @Autowired
    RadiusSettings settings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final MacAddress device = TestContracts.device();
    private Contract hotel;
    private GatewayCaller gateway;
    private SilentSessions silence;

    @BeforeEach
    void open() {
        hotel = contracts.open();
        gateway = keys.find(gateways.add(hotel).key().value()).orElseThrow();
        silence = new SilentSessions(jdbc, settings, clock);
    }

    /** What the rules make of a history is what stands in the database. */
    @ParameterizedTest
    @ValueSource(longs = {3, 11, 20, 53, 74, 99})
    void theDatabaseKnowsWhatTheRulesSay(long seed) {
        MemorySessions rules = new MemorySessions();
        new History(seed).arrivals.forEach(sent -> {
            if (sent.stay() == null) {
                RestartReport restart = new RestartReport(sent.nas().name, true, null, sent.times(null));
                rules.restarted(restart, sent.arrival());
                records.restarted(gateway, restart, sent.arrival());
            } else {
                rules.hear(sent.report(), sent.arrival());
                records.hear(gateway, sent.report(), sent.arrival());
            }
        });
        assertThat(jdbc.sql("select * from device_session where contract_id = ?")
                        .param(hotel.id().value())
                        .query((row, number) -> words(SessionMapping.session(row, number)))
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        rules.all().stream().map(SessionTableTest::words).toList());
        assertThat(jdbc.sql("select count(*) from session_address where contract_id = ?")
                        .param(hotel.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(rules.all().stream()
                        .mapToInt(row -> row.addresses().all().size())
                        .sum());
    }

    private static String words(HeardSession row) {
        SessionSpan span = row.span();
        return row.session() + " " + row.device() + " " + row.ip() + " " + second(span.startedAt()) + " "
                + span.startedBy() + " " + second(span.seenAt()) + " " + span.lasted() + " "
                + (span.end() == null
                        ? ""
                        : second(span.end().at()) + " " + span.end().by()) + " " + row.in();
    }

    private static long second(Instant at) {
        return at.toEpochMilli();
    }

    @Test
    void aSessionOfWhichNothingMoreIsHeardEndedAtItsLastReportUntilALaterOneComes() {
        hear(Kind.START, "s1", null, "10.7.0.1");
        clock.advance(Duration.ofMinutes(5));
        hear(Kind.INTERIM, "s1", Duration.ofMinutes(5), "10.7.0.1");
        Instant last = clock.instant();
        clock.advance(Duration.ofMinutes(14));
        silence.endSilent();
        assertThat(only().endedAt()).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        silence.endSilent();
        assertThat(only().endedAt()).hasValue(last);
        assertThat(only().endedBy()).isEqualTo(SessionEnd.SILENCE);
        hear(Kind.INTERIM, "s1", Duration.ofMinutes(21), "10.7.0.1");
        assertThat(only().endedAt()).isEmpty();
        assertThat(only().endedBy()).isNull();
        hear(Kind.STOP, "s1", Duration.ofMinutes(21), "10.7.0.1");
        assertThat(only().endedBy()).isEqualTo(SessionEnd.STOP);
    }

    @Test
    void whereTheEquipmentReportsNothingInBetweenADayIsWaited() {
        hear(Kind.START, "s1", null, "10.7.0.2");
        clock.advance(Duration.ofHours(23));
        silence.endSilent();
        assertThat(only().endedAt()).isEmpty();
        clock.advance(Duration.ofHours(2));
        silence.endSilent();
        assertThat(only().endedBy()).isEqualTo(SessionEnd.SILENCE);
    }

    @Test
    void allAddressesOfADeviceAreFoundInAnySpellingAndWithinWhatItWasGiven() {
        String site = "2001:db8:%x".formatted(Math.floorMod(hotel.number().hashCode(), 65_536));
        hear(Kind.START, "s1", null, "10.7.0.3", site + "::abcd", site + ":1::1", site + ":2::/64", site + ":f00::/56");
        clock.advance(Duration.ofMinutes(5));
        for (String asked : List.of(
                "10.7.0.3",
                site + ":0:0:0:0:abcd",
                site.toUpperCase(java.util.Locale.ROOT) + "::ABCD",
                site + ":1:0::1",
                site + ":2::77",
                site + ":f42:1::9")) {
            assertThat(found(asked)).as(asked).contains(device);
            assertThat(sessions.deviceAt(hotel.id(), NetworkAddress.parse(asked)))
                    .as(asked)
                    .hasValue(device);
        }
        assertThat(found(site + ":3::1")).isEmpty();
        assertThat(only().addresses())
                .extracting(AddressBlock::toString)
                .contains("10.7.0.3", site + "::abcd", site + ":f00::/56");
    }

    @Test
    void anAddressIsItsDevicesForAsLongAsItHadIt() {
        hear(Kind.START, "s1", null, "10.7.1.1");
        Instant first = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        hear(Kind.INTERIM, "s1", Duration.ofMinutes(5), "10.7.1.2");
        clock.advance(Duration.ofMinutes(5));
        hear(Kind.INTERIM, "s1", Duration.ofMinutes(10), "10.7.1.2");
        assertThat(found("10.7.1.1", first, first.plusSeconds(1))).contains(device);
        assertThat(found("10.7.1.1", clock.instant().minusSeconds(60), clock.instant()))
                .doesNotContain(device);
        assertThat(found("10.7.1.2", clock.instant().minusSeconds(60), clock.instant()))
                .contains(device);
        assertThat(found("10.7.1.2", first, first.plusSeconds(1))).doesNotContain(device);
    }

    @Test
    void whoHadAnAddressBeforeAnotherDeviceHasItNoMore() {
        hear(Kind.START, "s1", null, "10.7.2.1");
        Instant last = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        MacAddress other = TestContracts.device();
        records.hear(gateway, AccountingReport.of(Kind.START, "s2", other, blocks("10.7.2.1")), clock.instant());
        assertThat(found("10.7.2.1", clock.instant(), clock.instant().plusSeconds(1)))
                .contains(other)
                .doesNotContain(device);
        assertThat(found("10.7.2.1", last, last.plusSeconds(1))).contains(device);
    }

    @Test
    void whatAnOlderReleaseWroteIsFoundAndGoesOn() {
        jdbc.sql("""
                        insert into device_session (id, contract_id, gateway_id, acct_session_id, mac, station, ip,
                            started_at, seen_at) values (uuid(), ?, ?, 'old', ?, 'ap', '2001:db8::77', ?, ?)
                        """)
                .params(
                        hotel.id().value(),
                        gateway.gateway().value(),
                        device.bytes(),
                        dev.propusk.data.InstantConverter.toUtc(clock.instant()),
                        dev.propusk.data.InstantConverter.toUtc(clock.instant()))
                .update();
        assertThat(found("2001:db8:0::0077")).contains(device);
        clock.advance(Duration.ofMinutes(5));
        hear(Kind.INTERIM, "old", Duration.ofMinutes(5), "2001:db8::77");
        assertThat(only().seenAt()).isEqualTo(clock.instant());
        assertThat(found("2001:db8:0::0077")).contains(device);
    }

    @Test
    void equipmentUnderVeryManyNamesCountsAsOne() {
        jdbc.sql("""
                        insert into nas (id, contract_id, gateway_id, identifier, first_heard_at, heard_at)
                        select uuid(), ?, ?, seq, now(), now() from seq_1_to_2000
                        """).params(hotel.id().value(), gateway.gateway().value()).update();
        for (String name : List.of("new", "newer")) {
            AccountingReport report = AccountingReport.of(Kind.START, name, TestContracts.device(), List.of());
            records.hear(
                    gateway,
                    new AccountingReport(
                            report.kind(),
                            new NasName(null, null, name),
                            report.session(),
                            report.device(),
                            "",
                            null,
                            null,
                            List.of(),
                            Octets.NONE,
                            Octets.NONE,
                            ReportedTimes.NONE,
                            null),
                    clock.instant());
        }
        assertThat(jdbc.sql("select count(*) from nas where gateway_id = ?")
                        .param(gateway.gateway().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2_001);
    }

    private void hear(Kind kind, String session, @Nullable Duration lasted, String... addresses) {
        AccountingReport report = AccountingReport.of(kind, session, device, blocks(addresses));
        records.hear(
                gateway,
                new AccountingReport(
                        kind,
                        NasName.NONE,
                        session,
                        device,
                        report.station(),
                        null,
                        null,
                        report.addresses(),
                        Octets.NONE,
                        Octets.NONE,
                        new ReportedTimes(null, null, lasted),
                        null),
                clock.instant());
    }

    private static List<AddressBlock> blocks(String... addresses) {
        return List.of(addresses).stream()
                .map(address -> AddressBlock.read(address).orElseThrow())
                .toList();
    }

    private DeviceSession only() {
        List<DeviceSession> all = contracts.asOwner(hotel, () -> sessions.of(hotel.id()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<MacAddress> found(String address) {
        return found(address, clock.instant().minusSeconds(1), clock.instant().plusSeconds(1));
    }

    private List<MacAddress> found(String address, Instant from, Instant to) {
        return ActingAs.user(
                contracts.user(contracts.support()),
                () -> sessions.findByAddressAcrossContracts(NetworkAddress.parse(address), from, to).stream()
                        .filter(session -> session.contract().equals(hotel.id()))
                        .map(DeviceSession::device)
                        .toList());
    }
}
