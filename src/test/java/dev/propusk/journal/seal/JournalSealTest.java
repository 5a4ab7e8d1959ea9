package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.journal.JournalEvent;
import dev.propusk.journal.WrittenEntry;
import dev.propusk.journal.seal.JournalFlaw.Kind;
import dev.propusk.journal.seal.SealMaker.Form;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PropuskTest
@ExtendWith(OutputCaptureExtension.class)
class JournalSealTest {
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
    ApplicationEventPublisher events;

    @Autowired
    SealPublication publication;

    @Autowired
    JournalCheck check;

    @Autowired
    JournalCheckCommand command;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Seal seal;
    private List<UUID> entries;

    @BeforeEach
    void sealSomeEntries() throws Exception {
        Files.deleteIfExists(PUBLISHED);
        sealing.sealSince(Instant.EPOCH);
        Contract hotel = contracts.open();
        sealing.sealSince(Instant.EPOCH);
        seal = seals.newest().orElseThrow();
        entries = seals.under(seal).stream().map(Seals.Sealed::id).toList();
        assertThat(entries)
                .hasSize(jdbc.sql("select count(*) from journal where contract_id = ?")
                        .param(hotel.id().value())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void anUntouchedJournalIsSound() {
        JournalReport report = run();
        assertThat(report.flaws()).isEmpty();
        assertThat(report.newest()).isEqualTo(seal.number() + " " + seal.value());
        assertThat(report.entries()).isEqualTo(seal.total());
    }

    @Test
    void theCommandNamesTheEntryThatWasChangedAndFailsOnlyThen(CapturedOutput output) {
        assertThat(command.check()).isZero();
        assertThat(output).contains("The journal is sound");
        UUID entry = entries.get(1);
        int code = transactions.execute(status -> {
            jdbc.sql("update journal set details = '{}' where id = ?")
                    .param(entry)
                    .update();
            status.setRollbackOnly();
            return command.check();
        });
        assertThat(code).isOne();
        assertThat(output).contains("CHANGED: seal " + seal.number(), "entry " + entry, "IS NOT SOUND");
    }

    @Test
    void aChangedEntryIsFound() {
        assertThat(flawsAfter("update journal set actor = 'somebody else' where id = ?", entries.get(1)))
                .containsExactly(new JournalFlaw(Kind.CHANGED, seal.number(), seal.sealedAt(), entries.get(1)));
    }

    @Test
    void aChangedEntryIsFoundUnderASealOfBeforeEntriesHadValuesOfTheirOwn() {
        List<JournalFlaw> flaws = transactions.execute(status -> {
            insert(clock.instant());
            seal(clock.instant(), Form.PLAIN);
            UUID old = insert(clock.instant());
            Seal plain = seal(clock.instant(), Form.PLAIN);
            jdbc.sql("update journal j join journal_sealed s on s.entry_id = j.id"
                            + " set j.actor = 'somebody', s.value = null where j.id = ?")
                    .param(old)
                    .update();
            status.setRollbackOnly();
            assertThat(run().flaws())
                    .containsExactly(new JournalFlaw(Kind.CHANGED, plain.number(), plain.sealedAt(), null));
            return run().flaws();
        });
        assertThat(flaws).hasSize(1);
    }

    @Test
    void whatAnOlderReleaseWroteIsKnownAsSuchWhereItsOwnSealIsNear() {
        transactions.executeWithoutResult(status -> {
            insert(clock.instant());
            seal(clock.instant(), Form.PLAIN);
            insert(clock.instant());
            seal(clock.instant().plus(Duration.ofDays(1)), Form.PROVEN);
            JournalReport report = run();
            assertThat(report.flaws()).isEmpty();
            assertThat(report.older()).isEqualTo(2);
            UUID late = insert(clock.instant());
            Seal next = seal(clock.instant().plus(Duration.ofDays(1)), Form.PROVEN);
            assertThat(run().flaws())
                    .containsExactly(new JournalFlaw(Kind.FOREIGN, next.number(), next.sealedAt(), late));
            status.setRollbackOnly();
        });
    }

    @Test
    void aRemovedEntryIsFoundAlsoWhereItsPlaceUnderTheSealIsRemovedWithIt() {
        UUID entry = entries.get(1);
        assertThat(flawsAfter("delete from journal where id = ?", entry))
                .containsExactly(new JournalFlaw(Kind.REMOVED, seal.number(), seal.sealedAt(), entry));
        assertThat(flawsAfter(
                        "delete j, s from journal j join journal_sealed s on s.entry_id = j.id where j.id = ?", entry))
                .containsExactly(new JournalFlaw(Kind.REMOVED, seal.number(), seal.sealedAt(), null));
    }

    @Test
    void reorderedEntriesAreFound() {
        assertThat(flawsAfterSwapping(entries.get(0), entries.get(1)))
                .extracting(JournalFlaw::kind)
                .containsExactly(Kind.REORDERED);
    }

    @Test
    void aRemovedSealAndOneMadeWithoutTheKeyAreFound() {
        contracts.open();
        sealing.sealSince(Instant.EPOCH);
        assertThat(flawsAfter("delete from journal_seal where number = ?", seal.number()))
                .extracting(JournalFlaw::kind)
                .contains(Kind.SEAL_REMOVED);
        assertThat(flawsAfter("update journal_seal set value = ? where number = " + seal.number(), "a".repeat(64)))
                .extracting(JournalFlaw::kind)
                .containsExactly(Kind.SEAL_CHANGED, Kind.SEAL_CHANGED);
    }

    @Test
    void anEndThatWasCutOffIsFoundByTheSealThatWasPublishedOutsideTheDatabase() {
        publication.publish();
        assertThat(publication.published()).containsExactly(seal);
        assertThat(run().flaws()).isEmpty();
        assertThat(flawsAfter("""
                        delete e, s, j from journal_seal e
                        join journal_sealed s on s.seal_number = e.number join journal j on j.id = s.entry_id
                        where e.number = ?
                        """, seal.number()))
                .containsExactly(new JournalFlaw(Kind.CUT_OFF, seal.number(), seal.sealedAt(), null));
    }

    @Test
    void anEntryWithATimeOfThePastThatNoSealCoversIsFound() {
        UUID forged = TimeOrderedId.next();
        assertThat(flawsAfter("""
                        insert into journal (id, at, actor_kind, actor, action, details)
                        values (?, '2020-01-01 00:00:00', 'LOGIN', 'admin', 'support.lookup', '{}')
                        """, forged))
                .extracting(JournalFlaw::kind, JournalFlaw::entry)
                .containsExactly(tuple(Kind.NEVER_SEALED, forged));
    }

    @Test
    void anEntryThatIsCommittedAfterYoungerOnesGetsItsSealAndWritersWaitForNoSeal() throws Exception {
        transactions.executeWithoutResult(late -> {
            events.publishEvent(new JournalExportedInTest());
            clock.advance(Duration.ofSeconds(20));
            CompletableFuture.runAsync(() -> {
                        contracts.open();
                        assertThat(sealing.seal()).isEqualTo(entries.size());
                    })
                    .join();
        });
        assertThat(sealing.seal()).isOne();
        AtomicReference<Contract> written = new AtomicReference<>();
        transactions.executeWithoutResult(sealer -> {
            contracts.open();
            seals.insert(
                    new Seal(Long.MAX_VALUE, clock.instant(), 1, 1, Seal.NONE, Seal.NONE),
                    seals.unsealedSince(Instant.EPOCH, 1),
                    List.of(Seal.NONE));
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> written.set(contracts.open()));
            assertThat(writer).succeedsWithin(5, TimeUnit.SECONDS);
            sealer.setRollbackOnly();
        });
        assertThat(written.get()).isNotNull();
    }

    /** As a release did that signed no entries. */
    private UUID insert(Instant at) {
        UUID id = TimeOrderedId.next();
        jdbc.sql("""
                        insert into journal (id, at, actor_kind, actor, action, details)
                        values (?, ?, 'SYSTEM', 'system', 'contract.opened', '{}')
                        """).params(id, InstantConverter.toUtc(at)).update();
        return id;
    }

    private Seal seal(Instant at, Form form) {
        List<WrittenEntry> unsealed = seals.unsealedSince(Instant.EPOCH, 1_000);
        Seal next = maker.next(seals.newest().orElse(null), unsealed, at, form);
        seals.insert(
                next,
                unsealed,
                unsealed.stream().map(WrittenEntry::entry).map(maker::value).toList());
        return next;
    }

    private record JournalExportedInTest() implements JournalEvent {
        @Override
        public @Nullable ContractId contract() {
            return null;
        }

        @Override
        public String action() {
            return "journal.exported";
        }
    }

    @Test
    void whatIsForeignIsToldAsSoonAsItIsSealed() {
        UUID forged = insert(clock.instant());
        try {
            assertThat(sealing.sealSince(Instant.EPOCH)).isOne();
            assertThat(jdbc.sql("select details from journal where action = 'journal.foreign-entries'"
                                    + " order by at desc, id desc limit 1")
                            .query(String.class)
                            .single())
                    .contains("\"count\":1", forged.toString());
            // it is signed itself, so that telling comes to an end
            assertThat(sealing.sealSince(Instant.EPOCH)).isOne();
            assertThat(sealing.sealSince(Instant.EPOCH)).isZero();
        } finally {
            // others find a journal that is sound
            jdbc.sql("delete from journal_sealed where seal_number >= ?")
                    .param(seal.number() + 1)
                    .update();
            jdbc.sql("delete from journal_seal where number > ?")
                    .param(seal.number())
                    .update();
            jdbc.sql("delete from journal where id = ?").param(forged).update();
        }
    }

    private List<JournalFlaw> flawsAfterSwapping(UUID first, UUID second) {
        return transactions.execute(status -> {
            jdbc.sql("update journal_sealed set position = 1000 where entry_id = ?")
                    .param(first)
                    .update();
            jdbc.sql("update journal_sealed set position = 0 where entry_id = ?")
                    .param(second)
                    .update();
            jdbc.sql("update journal_sealed set position = 1 where entry_id = ?")
                    .param(first)
                    .update();
            status.setRollbackOnly();
            return run().flaws();
        });
    }

    /** What a check finds once this was done behind the application's back; it is undone afterwards. */
    private List<JournalFlaw> flawsAfter(String sql, Object... parameters) {
        return transactions.execute(status -> {
            jdbc.sql(sql).params(parameters).update();
            status.setRollbackOnly();
            return run().flaws();
        });
    }

    private JournalReport run() {
        return ActingAs.administrator(() -> check.run());
    }
}
