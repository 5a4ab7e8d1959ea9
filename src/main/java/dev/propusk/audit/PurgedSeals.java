package dev.propusk.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Up to which seal the entries have passed their retention and are purged; the seals themselves stay. */
@Component
class PurgedSeals {
    static final String ACTION = "journal.purged";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PurgedSeals(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As the newest sealed entry about a purge says; 0 where nothing was purged. */
    long until() {
        Optional<String> details =
                jdbc.sql("""
                        select j.details from journal j join journal_sealed s on s.entry_id = j.id
                        where j.actor = 'system' and j.action = ? order by j.at desc limit 1
                        """).param(ACTION).query(String.class).optional();
        return details.map(text -> json.readTree(text).path("untilSeal").asLong())
                .orElse(0L);
    }
}
