package dev.propusk.journal;

import dev.propusk.data.InstantConverter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Up to which seal the entries have passed their retention and are purged; the seals themselves stay.
 *
 * <p>A sealed entry {@value #ACTION} says so. It is believed only for seals that had passed their retention when it was
 * written, so that nobody hides anything younger by it.
 */
@Component
public class PurgedSeals {
    /** The purge publishes it with the number of the seal as {@code untilSeal}. */
    public static final String ACTION = "journal.purged";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Duration retention;

    PurgedSeals(JdbcClient jdbc, JsonMapper json, @Value("${propusk.retention}") Duration retention) {
        this.jdbc = jdbc;
        this.json = json;
        this.retention = retention;
    }

    /** 0 where nothing was purged. */
    public long until() {
        Optional<Said> said = jdbc.sql("""
                        select j.at, j.details from journal j join journal_sealed s on s.entry_id = j.id
                        where j.actor = 'system' and j.action = ? order by j.at desc, j.id desc limit 1
                        """)
                .param(ACTION)
                .query((row, number) -> new Said(
                        JournalRows.instant(row, "at"),
                        json.readTree(row.getString("details"))
                                .path("untilSeal")
                                .asLong()))
                .optional();
        return said.map(this::believed).orElse(0L);
    }

    private long believed(Said said) {
        return jdbc.sql("select coalesce(max(number), 0) from journal_seal where number <= ? and sealed_at < ?")
                .params(said.seal(), InstantConverter.toUtc(said.at().minus(retention)))
                .query(Long.class)
                .single();
    }

    private record Said(Instant at, long seal) {}
}
