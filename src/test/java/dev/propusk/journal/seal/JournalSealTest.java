package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.journal.seal.JournalFlaw.Kind;
import dev.propusk.journal.seal.SealMaker.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;

/** What was changed, removed or put in a row anew under a seal is found. */
class JournalSealTest extends SealedEntries {
    @Autowired
    JournalCheckCommand command;

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
}
