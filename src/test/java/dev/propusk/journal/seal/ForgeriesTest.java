package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be forged by SQL, as the paper on security lists it: each is tried, and undone afterwards. */
class ForgeriesTest extends TokenForgeries {
    private static final Path PAPER = Path.of("docs/security.md");

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    private final Map<String, Supplier<List<String>>> cases = cases();

    @ParameterizedTest
    @MethodSource("paper")
    void everyForgeryIsNamed(String forgery, List<String> named) {
        List<String> found = transactions.execute(status -> {
            status.setRollbackOnly();
            return Objects.requireNonNull(cases.get(forgery)).get();
        });
        assertThat(found).containsAll(named);
        assertThat(check()).isEmpty();
    }

    @Test
    void thePaperListsWhatIsTried() {
        assertThat(paper().map(row -> row.get()[0])).containsExactlyElementsOf(cases.keySet());
        assertThat(cases).hasSizeGreaterThanOrEqualTo(12);
    }

    static Stream<Arguments> paper() {
        try {
            return Files.readAllLines(PAPER).stream()
                    .dropWhile(line -> !line.startsWith("### Forgeries"))
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| what SQL does"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .map(cell -> Arguments.of(
                            cell[1],
                            Arrays.asList(cell[3].split("[`, ]+")).stream()
                                    .filter(word -> !word.isEmpty())
                                    .toList()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, Supplier<List<String>>> cases() {
        Map<String, Supplier<List<String>>> all = new LinkedHashMap<>();
        all.put("puts an entry in", () -> {
            insert(clock.instant(), "token.annulled", "{}");
            return sealedAndChecked();
        });
        all.put("puts an entry in that is not sealed yet", () -> {
            insert(clock.instant(), "token.annulled", "{}");
            return check();
        });
        all.put("puts an entry in with the signature of another", () -> {
            UUID forged = insert(clock.instant(), "token.annulled", "{}");
            sql("update journal j join journal o set j.proof = o.proof where j.id = ? and o.id = ?", forged, entry());
            return sealedAndChecked();
        });
        all.put("puts an entry in twice", () -> {
            sql("""
                    insert into journal (id, at, contract_id, actor_kind, actor, address, action, subject, details, proof)
                    select ?, at, contract_id, actor_kind, actor, address, action, subject, details, proof
                    from journal where id = ?
                    """, TimeOrderedId.next(), entry());
            return sealedAndChecked();
        });
        all.put("puts an entry in with a time of the past", () -> {
            insert(Instant.parse("2020-01-01T00:00:00Z"), "token.annulled", "{}");
            return check();
        });
        all.put("puts an entry in with a time to come", () -> {
            insert(Instant.parse("2035-01-01T00:00:00Z"), "token.annulled", "{}");
            return sealedAndChecked();
        });
        all.put("changes an entry", () -> after("update journal set details = '{}', actor = 'olga' where id = ?"));
        all.put("changes an entry before it is sealed", () -> {
            events.publishEvent(new Purge(0));
            sql("update journal set actor = 'olga' where action = 'journal.purged' and at = ?", utc(clock.instant()));
            return sealedAndChecked();
        });
        all.put("dates an entry back", () -> after("update journal set at = at - interval 1 day where id = ?"));
        all.put("moves an entry to another contract", () -> {
            sql("update journal set contract_id = uuid() where id = ?", entry());
            return check();
        });
        all.put("takes an entry's signature away", () -> after("update journal set proof = null where id = ?"));
        all.put("replaces an entry by another under its id", () -> {
            sql("delete from journal where id = ?", entry());
            sql("""
                    insert into journal (id, at, actor_kind, actor, action, details)
                    values (?, ?, 'SYSTEM', 'system', 'contract.opened', '{}')
                    """, entry(), utc(clock.instant()));
            return check();
        });
        all.put("removes an entry", () -> after("delete from journal where id = ?"));
        all.put(
                "removes an entry and its place under the seal",
                () -> after("delete j, s from journal j join journal_sealed s on s.entry_id = j.id where j.id = ?"));
        all.put("swaps two entries", this::swapped);
        all.put("removes a seal", () -> {
            contracts.open();
            seal();
            sql("delete from journal_seal where number = ?", seal.number());
            return check();
        });
        all.put("changes a seal", () -> {
            sql("update journal_seal set sealed_at = sealed_at - interval 1 day where number = ?", seal.number());
            return check();
        });
        all.put("makes a seal", () -> {
            UUID forged = insert(clock.instant(), "token.annulled", "{}");
            sql(
                    "insert into journal_seal values (?, ?, 1, ?, ?, ?)",
                    seal.number() + 1,
                    utc(clock.instant()),
                    seal.total() + 1,
                    seal.value(),
                    "a".repeat(64));
            sql(
                    "insert into journal_sealed (entry_id, seal_number, position) values (?, ?, 0)",
                    forged,
                    seal.number() + 1);
            return check();
        });
        all.put("cuts the end off, seals and all", () -> {
            cutOff();
            return check();
        });
        all.put("cuts the end off and lets it be sealed anew", () -> {
            cutOff();
            contracts.open();
            return sealedAndChecked();
        });
        all.put("invents a purge", () -> purge(clock.instant()));
        all.put("invents a purge of the year 2035", () -> purge(Instant.parse("2035-01-01T00:00:00Z")));
        all.put("dates a purge that happened", () -> {
            events.publishEvent(new Purge(0));
            seal();
            sql("""
                    update journal set at = '2035-01-01', details = '{"untilSeal":999999}'
                    where action = 'journal.purged' and at = ?
                    """, utc(clock.instant()));
            sql("delete from journal where id = ?", entry());
            return check();
        });
        all.put("puts a key of its own among the retired ones", () -> {
            sql("""
                    insert into retired_key (fingerprint, purpose, derived, retired_at)
                    values (repeat('a', 32), 'journal-proof', repeat('b', 60), now())
                    """);
            UUID forged = insert(clock.instant(), "token.annulled", "{}");
            sql("update journal set proof = repeat('c', 32) where id = ?", forged);
            return sealedAndChecked();
        });
        ofTokens(all);
        return all;
    }

    private List<String> swapped() {
        UUID first = entries.get(0);
        UUID second = entries.get(1);
        sql("update journal_sealed set position = 1000 where entry_id = ?", first);
        sql("update journal_sealed set position = 0 where entry_id = ?", second);
        sql("update journal_sealed set position = 1 where entry_id = ?", first);
        return check();
    }

    private void cutOff() {
        sql("""
                delete e, s, j from journal_seal e
                join journal_sealed s on s.seal_number = e.number join journal j on j.id = s.entry_id
                where e.number = ?
                """, seal.number());
    }

    private List<String> purge(Instant at) {
        insert(at, "journal.purged", "{\"untilSeal\":999999}");
        seal();
        sql("delete from journal where id = ?", entry());
        return check();
    }

    private List<String> after(String sql) {
        sql(sql, entry());
        return check();
    }

    /** As the purge tells it. */
    private record Purge(long untilSeal) implements JournalEvent {
        @Override
        public @Nullable ContractId contract() {
            return null;
        }

        @Override
        public String action() {
            return PurgedSeals.ACTION;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("untilSeal", untilSeal, "entries", 0);
        }
    }
}
