package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.journal.JournalEvent;
import dev.propusk.journal.WrittenEntry;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.support.Certificates;
import dev.propusk.support.Lookup;
import dev.propusk.support.Question;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be forged by SQL, as the paper on security lists it: each is tried, and undone afterwards. */
@PropuskTest
class ForgeriesTest {
    private static final Path PAPER = Path.of("docs/security.md");
    private static final Path PUBLISHED = Path.of("target/test-data/journal-seals.txt");

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Sealing sealing;

    @Autowired
    Seals seals;

    @Autowired
    SealMaker maker;

    @Autowired
    SealPublication publication;

    @Autowired
    JournalCheck check;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Lookup lookup;

    @Autowired
    Certificates certificates;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Contract hotel;
    private Token token;
    private MacAddress device;
    private Seal seal;
    private List<UUID> entries;

    private final Map<String, Supplier<List<String>>> cases = cases();

    @BeforeEach
    void writeAndSealSomething() throws IOException {
        Files.deleteIfExists(PUBLISHED);
        sealing.sealSince(Instant.EPOCH);
        hotel = contracts.open();
        device = TestContracts.device();
        token = activation.activate(hotel.id(), unused().code(), device);
        sealing.sealSince(Instant.EPOCH);
        seal = seals.newest().orElseThrow();
        entries = seals.under(seal).stream().map(Seals.Sealed::id).toList();
        publication.publish();
        assertThat(check()).isEmpty();
        assertThat(answer()).isEmpty();
    }

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

    private void ofTokens(Map<String, Supplier<List<String>>> all) {
        all.put("changes a token's device", () -> {
            device = TestContracts.device();
            sql(
                    "update token set mac = ? where id = ?",
                    device.bytes(),
                    token.id().value());
            return answer();
        });
        all.put(
                "changes when a token was activated",
                () -> answerAfter("update token set activated_at = activated_at - interval 1 day where id = ?"));
        all.put(
                "puts a token's end off",
                () -> answerAfter("update token set expires_at = expires_at + interval 1 day where id = ?"));
        all.put("moves a token to another contract", () -> {
            sql(
                    "update token set contract_id = ? where id = ?",
                    contracts.open().id().value(),
                    token.id().value());
            return answer();
        });
        all.put("makes a token active", () -> {
            activate(unused());
            return answer();
        });
        all.put("makes a token active and puts its entry in", () -> {
            Token forged = unused();
            activate(forged);
            UUID entry = insert(clock.instant(), "token.activated", "{\"mac\":\"" + device + "\"}");
            sql(
                    "update journal set subject = ?, contract_id = ? where id = ?",
                    forged.id().value(),
                    hotel.id().value(),
                    entry);
            return answer();
        });
        all.put("changes a certificate", () -> {
            asSupport(() -> certificates.make(question(), Locale.ENGLISH));
            String number = jdbc.sql("select number from certificate order by id desc limit 1")
                    .query(String.class)
                    .single();
            String checksum = jdbc.sql("select checksum from certificate where number = ?")
                    .param(number)
                    .query(String.class)
                    .single();
            assertThat(asSupport(() -> certificates.verify(number, checksum)).genuine())
                    .isPresent();
            sql("update certificate set content = replace(content, ?, 'AA:AA:AA:AA:AA:AA')", device.toString());
            return List.of(asSupport(() -> certificates.verify(number, checksum))
                    .kind()
                    .name());
        });
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

    private void activate(Token forged) {
        device = TestContracts.device();
        sql(
                "update token set state = 'ACTIVE', mac = ?, activated_at = ?, expires_at = ? where id = ?",
                device.bytes(),
                utc(clock.instant()),
                utc(clock.instant().plus(Duration.ofDays(7))),
                forged.id().value());
    }

    private UUID entry() {
        return entries.get(1);
    }

    private Token unused() {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(7), null, null))
                        .tokens()
                        .getFirst());
    }

    private UUID insert(Instant at, String action, String details) {
        UUID id = TimeOrderedId.next();
        sql(
                "insert into journal (id, at, actor_kind, actor, action, details) values (?, ?, 'SYSTEM', 'system', ?, ?)",
                id,
                utc(at),
                action,
                details);
        return id;
    }

    private List<String> after(String sql) {
        sql(sql, entry());
        return check();
    }

    private List<String> answerAfter(String sql) {
        sql(sql, token.id().value());
        return answer();
    }

    private void sql(String sql, Object... parameters) {
        assertThat(jdbc.sql(sql).params(parameters).update()).isPositive();
    }

    private static Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    /** As the application does a second later. */
    private void seal() {
        List<WrittenEntry> unsealed = seals.unsealedSince(Instant.EPOCH, 1_000);
        seals.insert(
                maker.next(seals.newest().orElse(null), unsealed, clock.instant()),
                unsealed,
                unsealed.stream().map(WrittenEntry::entry).map(maker::value).toList());
    }

    private List<String> sealedAndChecked() {
        seal();
        return check();
    }

    private List<String> check() {
        return ActingAs.administrator(() -> check.run()).flaws().stream()
                .map(flaw -> flaw.kind().name())
                .toList();
    }

    /** In what the journal contradicts support's answer about the device. */
    private List<String> answer() {
        return asSupport(() -> lookup.ask(question())).findings().stream()
                .flatMap(found -> found.contradictions().stream())
                .map(one -> one.kind().name())
                .toList();
    }

    private Question question() {
        return new Question(device.toString(), null, null, null, ZoneOffset.UTC, "a letter");
    }

    private <T> T asSupport(Supplier<T> action) {
        return ActingAs.user(contracts.user(contracts.support()), action);
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
