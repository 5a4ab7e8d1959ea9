package dev.propusk.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.journal.WrittenEntry;
import dev.propusk.journal.seal.SealMaker.Form;
import dev.propusk.security.ActingAs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A journal with some entries that are sealed, which is changed by SQL and looked at again. */
@PropuskTest
@ExtendWith(OutputCaptureExtension.class)
abstract class SealedEntries {
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
    ApplicationEventPublisher events;

    @Autowired
    SealPublication publication;

    @Autowired
    JournalCheck check;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Seal seal;
    List<UUID> entries;

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

    /** As a release did that signed no entries. */
    UUID insert(Instant at) {
        UUID id = TimeOrderedId.next();
        jdbc.sql("""
                        insert into journal (id, at, actor_kind, actor, action, details)
                        values (?, ?, 'SYSTEM', 'system', 'contract.opened', '{}')
                        """).params(id, InstantConverter.toUtc(at)).update();
        return id;
    }

    Seal seal(Instant at, Form form) {
        List<WrittenEntry> unsealed = seals.unsealedSince(Instant.EPOCH, 1_000);
        Seal next = maker.next(seals.newest().orElse(null), unsealed, at, form);
        seals.insert(
                next,
                unsealed,
                unsealed.stream().map(WrittenEntry::entry).map(maker::value).toList());
        return next;
    }

    /** What a check finds once this was done behind the application's back; it is undone afterwards. */
    List<JournalFlaw> flawsAfter(String sql, Object... parameters) {
        return transactions.execute(status -> {
            jdbc.sql(sql).params(parameters).update();
            status.setRollbackOnly();
            return run().flaws();
        });
    }

    JournalReport run() {
        return ActingAs.administrator(() -> check.run());
    }
}
