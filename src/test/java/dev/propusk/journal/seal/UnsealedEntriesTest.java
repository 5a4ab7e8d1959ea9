package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.journal.JournalEvent;
import dev.propusk.journal.seal.JournalFlaw.Kind;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands under no seal, or no longer, is found, and what has yet to get one gets it. */
class UnsealedEntriesTest extends SealedEntries {
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
}
