package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestContracts;
import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements behind sessions do as the rules say. */
class SessionTableTest extends SessionsOnTheDatabase {
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
}
