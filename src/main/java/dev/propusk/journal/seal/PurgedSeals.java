package dev.propusk.journal.seal;

import dev.propusk.data.InstantConverter;
import dev.propusk.journal.JournalRows;
import dev.propusk.journal.Proofs;
import dev.propusk.journal.WrittenEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Up to which seal the entries have passed their retention and are purged; the seals themselves stay.
 *
 * <p>A sealed entry {@value #ACTION} says so. It is believed only where the application wrote it, and only for seals that
 * had passed their retention when it was sealed, whatever time it names itself: nobody hides anything younger by it.
 */
@Component
public class PurgedSeals {
    /** The purge publishes it with the number of the seal as {@code untilSeal}. */
    public static final String ACTION = "journal.purged";

    /** Among so many, the newest, is one that is right; where not, nothing counts as purged. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Proofs proofs;
    private final OlderRelease olderRelease;
    private final Seals seals;
    private final Duration retention;

    PurgedSeals(
            JdbcClient jdbc,
            JsonMapper json,
            Proofs proofs,
            OlderRelease olderRelease,
            Seals seals,
            @Value("${propusk.retention}") Duration retention) {
        this.jdbc = jdbc;
        this.json = json;
        this.proofs = proofs;
        this.olderRelease = olderRelease;
        this.seals = seals;
        this.retention = retention;
    }

    /** 0 where nothing was purged. */
    public long until() {
        return newest().stream()
                .filter(this::isGenuine)
                .findFirst()
                .map(this::believed)
                .orElse(0L);
    }

    private List<Said> newest() {
        return jdbc.sql("select " + JournalRows.WRITTEN + """
                        , e.number, e.sealed_at from journal j
                        join journal_sealed s on s.entry_id = j.id join journal_seal e on e.number = s.seal_number
                        where j.actor = 'system' and j.action = ? and j.at <= e.sealed_at + interval 5 minute
                        order by j.at desc, j.id desc limit ?
                        """)
                .params(ACTION, MOST)
                .query((row, number) -> new Said(
                        JournalRows.written(row, number), row.getLong("number"), JournalRows.instant(row, "sealed_at")))
                .list();
    }

    private boolean isGenuine(Said said) {
        return said.written().proof() == null
                ? seals.find(said.seal()).filter(olderRelease::isPlain).isPresent()
                : proofs.isRight(said.written());
    }

    private long believed(Said said) {
        long until = json.readTree(said.written().entry().details())
                .path("untilSeal")
                .asLong();
        return jdbc.sql("select coalesce(max(number), 0) from journal_seal where number <= ? and sealed_at < ?")
                .params(until, InstantConverter.toUtc(said.sealedAt().minus(retention)))
                .query(Long.class)
                .single();
    }

    private record Said(WrittenEntry written, long seal, Instant sealedAt) {}
}
