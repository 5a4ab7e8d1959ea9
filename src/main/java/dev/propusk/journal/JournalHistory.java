package dev.propusk.journal;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.Actor;
import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Read from the table. */
@Component
class JournalHistory implements History {
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JournalHistory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<HistoryEntry> of(ContractId contract, Collection<UUID> subjects, int most) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select at, actor_kind, actor, address, action, subject, details from journal
                        where subject in (:subjects) and contract_id = :contract
                        order by at desc, id desc limit :most
                        """)
                .param("subjects", subjects)
                .param("contract", contract.value())
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public Optional<HistoryEntry> latest(
            @Nullable ContractId contract, @Nullable UUID subject, Collection<String> actions, Instant since) {
        return jdbc.sql("""
                        select at, actor_kind, actor, address, action, subject, details from journal
                        where contract_id <=> :contract and at >= :since and action in (:actions)
                            and (:subject is null or subject = :subject)
                        order by at desc, id desc limit 1
                        """)
                .param("contract", contract == null ? null : contract.value())
                .param("subject", subject)
                .param("actions", actions)
                .param("since", InstantConverter.toUtc(since))
                .query((row, number) -> entry(row))
                .optional();
    }

    @Override
    public List<HistoryEntry> since(
            @Nullable ContractId contract, UUID subject, Collection<String> actions, Instant since, int most) {
        return jdbc.sql("""
                        select at, actor_kind, actor, address, action, subject, details from journal
                        where subject = :subject and at >= :since and contract_id <=> :contract and action in (:actions)
                        order by at desc, id desc limit :most
                        """)
                .param("contract", contract == null ? null : contract.value())
                .param("subject", subject)
                .param("actions", actions)
                .param("since", InstantConverter.toUtc(since))
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    private HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                InstantConverter.instant(row, "at"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor"),
                        row.getString("address")),
                row.getString("action"),
                row.getObject("subject", UUID.class),
                json.readValue(row.getString("details"), DETAILS));
    }

    @Override
    public List<UUID> newest(ContractId contract, int most) {
        return jdbc.sql("select id from journal where contract_id = :contract order by at desc limit :most")
                .param("contract", contract.value())
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
