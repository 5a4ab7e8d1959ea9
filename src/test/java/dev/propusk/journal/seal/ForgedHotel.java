package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.journal.WrittenEntry;
import dev.propusk.security.ActingAs;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation with a sealed journal and a device that was let in, to which SQL does what it should not. */
@PropuskTest
abstract class ForgedHotel {
    static final Path PUBLISHED = Path.of("target/test-data/journal-seals.txt");

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
    JdbcClient jdbc;

    Contract hotel;
    Token token;
    MacAddress device;
    Seal seal;
    List<UUID> entries;

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

    UUID entry() {
        return entries.get(1);
    }

    Token unused() {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(7), null, null))
                        .tokens()
                        .getFirst());
    }

    UUID insert(Instant at, String action, String details) {
        UUID id = TimeOrderedId.next();
        sql(
                "insert into journal (id, at, actor_kind, actor, action, details) values (?, ?, 'SYSTEM', 'system', ?, ?)",
                id,
                utc(at),
                action,
                details);
        return id;
    }

    void sql(String sql, Object... parameters) {
        assertThat(jdbc.sql(sql).params(parameters).update()).isPositive();
    }

    static Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    /** As the application does a second later. */
    void seal() {
        List<WrittenEntry> unsealed = seals.unsealedSince(Instant.EPOCH, 1_000);
        seals.insert(
                maker.next(seals.newest().orElse(null), unsealed, clock.instant()),
                unsealed,
                unsealed.stream().map(WrittenEntry::entry).map(maker::value).toList());
    }

    List<String> sealedAndChecked() {
        seal();
        return check();
    }

    List<String> check() {
        return ActingAs.administrator(() -> check.run()).flaws().stream()
                .map(flaw -> flaw.kind().name())
                .toList();
    }

    /** In what the journal contradicts support's answer about the device. */
    List<String> answer() {
        return asSupport(() -> lookup.ask(question())).findings().stream()
                .flatMap(found -> found.contradictions().stream())
                .map(one -> one.kind().name())
                .toList();
    }

    Question question() {
        return new Question(device.toString(), null, null, null, ZoneOffset.UTC, "a letter");
    }

    <T> T asSupport(Supplier<T> action) {
        return ActingAs.user(contracts.user(contracts.support()), action);
    }
}
