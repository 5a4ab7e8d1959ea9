package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.gateway.session.History.Sent;
import dev.propusk.gateway.session.History.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What is known of sessions is compared with what truly was, in some hundred histories; in ten thousand with
 * {@code -Dpropusk.histories=10000}.
 */
class SessionHistoriesTest {
    private static final Duration EXACT = Duration.ofSeconds(3);

    @Test
    void whatIsKnownOfSessionsIsWhatTrulyWas() {
        long count = Long.getLong("propusk.histories", 400);
        List<String> wrong = new ArrayList<>();
        LongStream.rangeClosed(1, count).forEach(seed -> check(seed, wrong));
        assertThat(wrong).as("of %d histories", count).isEmpty();
    }

    private static void check(long seed, List<String> wrong) {
        History history = new History(seed);
        MemorySessions known = heard(history);
        List<Stay> heardOf =
                history.stays.stream().filter(stay -> !stay.arrived.isEmpty()).toList();
        if (known.all().size() != heardOf.size()) {
            wrong.add(seed + ": " + heardOf.size() + " sessions are "
                    + known.all().size());
        }
        for (Stay stay : heardOf) {
            known.all().stream()
                    .filter(row -> known.nas(stay.nas.name).equals(row.nas())
                            && row.session().equals(stay.id)
                            && row.device().equals(stay.device))
                    .min(Comparator.comparing(row -> apart(row.span().startedAt(), stay.from)))
                    .ifPresentOrElse(
                            row -> compare(seed + ": " + stay.id + " from " + stay.from, stay, row, wrong),
                            () -> wrong.add(seed + ": " + stay.id + " is not known"));
        }
        namesNobodyElse(seed, history, known, wrong);
    }

    private static MemorySessions heard(History history) {
        MemorySessions known = new MemorySessions();
        for (Sent sent : history.arrivals) {
            if (sent.stay() == null) {
                known.restarted(new RestartReport(sent.nas().name, true, null, sent.times(null)), sent.arrival());
            } else {
                known.hear(sent.report(), sent.arrival());
            }
        }
        known.endSilent(History.BEGIN.plus(Duration.ofDays(3)), Duration.ofSeconds(History.INTERIM));
        return known;
    }

    private static void compare(String what, Stay stay, HeardSession row, List<String> wrong) {
        SessionSpan span = row.span();
        check(
                wrong,
                what + " begins " + span.startedAt(),
                apart(span.startedAt(), stay.from).compareTo(EXACT) <= 0);
        Instant last = stay.arrived.stream()
                .map(Sent::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean stopped = stay.arrived.stream().anyMatch(sent -> sent.kind() == Kind.STOP);
        SessionSpan.End end = span.end();
        check(wrong, what + " goes on", end != null);
        if (end != null) {
            Instant truly = stopped ? stay.until : last;
            check(
                    wrong,
                    what + " ends " + end + " and not " + truly,
                    apart(end.at(), truly).compareTo(EXACT) <= 0 && stopped == (end.by() == SessionEnd.STOP));
        }
        check(wrong, what + " has " + row.in() + " and not " + stay.octets(last), row.in() == stay.octets(last));
        check(wrong, what + " has " + row.addresses(), row.addresses().all().size() == 1);
    }

    /** Whoever is asked about at a time of which a report came is named, and no other device of the same NAS. */
    private static void namesNobodyElse(long seed, History history, MemorySessions known, List<String> wrong) {
        for (Sent sent : history.arrivals) {
            Stay stay = sent.stay();
            if (stay != null && sent.kind() == Kind.INTERIM) {
                List<HeardSession> had = known.all().stream()
                        .filter(row -> known.nas(stay.nas.name).equals(row.nas()))
                        .filter(row -> row.addresses().all().stream()
                                .anyMatch(held -> held.block().equals(stay.address)))
                        .filter(row -> !row.span().startedAt().isAfter(sent.at())
                                && row.span().end() != null
                                && !row.span().end().at().plus(EXACT).isBefore(sent.at()))
                        .toList();
                check(
                        wrong,
                        seed + ": " + stay.address + " at " + sent.at() + " is " + had,
                        !had.isEmpty()
                                && had.stream().allMatch(row -> row.device().equals(stay.device)));
            }
        }
    }

    private static void check(List<String> wrong, String what, boolean holds) {
        if (!holds) {
            wrong.add(what);
        }
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
