package dev.propusk.journal;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds entries, the newest first, within {@link Journal#MOST} rows. What no index serves is looked for among the newest
 * {@value #NEWEST} of the period.
 */
@Component
class JournalSearch {
    static final int NEWEST = 200_000;

    private final JdbcClient jdbc;

    JournalSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param contract null: all contracts' and the provider's own */
    List<JournalEntry> page(@Nullable ContractId contract, JournalFilter filter, int offset, int limit) {
        Statement statement = statement(contract, filter);
        return jdbc.sql("select " + JournalRows.COLUMNS + statement.fromWhere()
                        + " order by j.at desc, j.id desc limit :limit offset :offset")
                .params(statement.values())
                .param("limit", Math.min(limit, Math.max(0, Journal.MOST - offset)))
                .param("offset", offset)
                .query(JournalRows::entry)
                .list();
    }

    /** How many match, at most {@link Journal#MOST}. */
    int count(@Nullable ContractId contract, JournalFilter filter) {
        Statement statement = statement(contract, filter);
        return jdbc.sql("select count(*) from (select 1" + statement.fromWhere() + " limit " + Journal.MOST + ") some")
                .params(statement.values())
                .query(Integer.class)
                .single();
    }

    private static Statement statement(@Nullable ContractId contract, JournalFilter filter) {
        List<String> where = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        if (contract != null) {
            where.add("j.contract_id = :contract");
            values.put("contract", contract.value());
        } else if (filter.contractNumber() != null) {
            where.add("j.contract_id = (select c.id from contract c where c.number = :number)");
            values.put("number", filter.contractNumber());
        }
        if (filter.from() != null) {
            where.add("j.at >= :from");
            values.put("from", InstantConverter.toUtc(filter.from()));
        }
        if (filter.to() != null) {
            where.add("j.at < :to");
            values.put("to", InstantConverter.toUtc(filter.to()));
        }
        if (filter.subject() != null) {
            where.add("j.subject = :subject");
            values.put("subject", filter.subject());
        }
        List<String> within = new ArrayList<>();
        if (filter.actor() != null) {
            (contract == null ? where : within).add("j.actor = :actor");
            values.put("actor", filter.actor());
        }
        if (filter.action() != null) {
            within.add("j.action like :action");
            values.put("action", filter.action().endsWith(".") ? filter.action() + "%" : filter.action());
        }
        String from = " from journal j where " + String.join(" and ", where);
        return within.isEmpty()
                ? new Statement(from, values)
                : new Statement(
                        " from (select " + JournalRows.COLUMNS + from + " order by j.at desc, j.id desc limit " + NEWEST
                                + ") j where " + String.join(" and ", within),
                        values);
    }

    private record Statement(String fromWhere, Map<String, Object> values) {}
}
