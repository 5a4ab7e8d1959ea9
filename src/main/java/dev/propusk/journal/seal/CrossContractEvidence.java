package dev.propusk.journal.seal;

import static java.util.stream.Collectors.groupingBy;

import dev.propusk.journal.JournalEntry;
import dev.propusk.journal.JournalRows;
import dev.propusk.journal.Proofs;
import dev.propusk.journal.WrittenEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the journal says of things, whatever contract they are of: only what the application wrote, by its signature or, of
 * a release that did not sign, by its seal.
 */
@Component
public class CrossContractEvidence {
    private static final TypeReference<Map<String, @Nullable Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Proofs proofs;
    private final Seals seals;
    private final OlderRelease olderRelease;

    CrossContractEvidence(JdbcClient jdbc, JsonMapper json, Proofs proofs, Seals seals, OlderRelease olderRelease) {
        this.jdbc = jdbc;
        this.json = json;
        this.proofs = proofs;
        this.seals = seals;
        this.olderRelease = olderRelease;
    }

    /** By what they were done to, the earliest first; in one statement, where all of it is signed. */
    public Map<UUID, List<Evidence>> of(Collection<UUID> subjects, Collection<String> actions) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Map<Long, Boolean> older = new HashMap<>();
        return jdbc
                .sql("select " + JournalRows.WRITTEN + """
                        , s.seal_number from journal j left join journal_sealed s on s.entry_id = j.id
                        where j.subject in (:subjects) and j.action in (:actions) order by j.at, j.id
                        """)
                .param("subjects", subjects)
                .param("actions", actions)
                .query((row, number) ->
                        new Found(JournalRows.written(row, number), row.getObject("seal_number", Long.class)))
                .list()
                .stream()
                .filter(found -> isGenuine(found, older))
                .map(found -> evidence(found.written().entry()))
                .collect(groupingBy(Evidence::subject));
    }

    private boolean isGenuine(Found found, Map<Long, Boolean> older) {
        if (found.written().proof() != null) {
            return proofs.isRight(found.written());
        }
        return found.seal() != null
                && older.computeIfAbsent(
                        found.seal(),
                        number ->
                                seals.find(number).filter(olderRelease::isPlain).isPresent());
    }

    private Evidence evidence(JournalEntry entry) {
        return new Evidence(
                entry.at(),
                entry.contract(),
                entry.action(),
                Objects.requireNonNull(entry.subject()),
                json.readValue(entry.details(), DETAILS));
    }

    private record Found(WrittenEntry written, @Nullable Long seal) {}
}
