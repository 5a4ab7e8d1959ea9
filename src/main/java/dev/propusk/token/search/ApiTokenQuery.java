package dev.propusk.token.search;

import dev.propusk.data.InstantConverter;
import dev.propusk.list.Selection;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenState;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the ids of tokens, the newest first, by id: what a list has shown stays where it was while tokens change. */
@Component
class ApiTokenQuery {
    private final JdbcClient jdbc;
    private final PanelTokenQuery search;
    private final Clock clock;

    ApiTokenQuery(JdbcClient jdbc, PanelTokenQuery search, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.clock = clock;
    }

    /** @param before null: from the newest on */
    List<TokenId> ids(ContractId contract, TokenListRequest query, @Nullable TokenId before, int limit) {
        TokenFilter filter = query.filter();
        Selection matching = search.matching(
                contract, new TokenFilter(null, filter.reuse(), filter.text(), filter.from(), filter.to()));
        StringBuilder sql = new StringBuilder("select id ").append(matching.fromWhere());
        Map<String, @Nullable Object> values = new HashMap<>(matching.values());
        if (filter.state() != null) {
            sql.append(" and ").append(inState(filter.state()));
            values.put("now", InstantConverter.toUtc(clock.instant()));
        }
        if (query.code() != null) {
            sql.append(" and code = :exactCode");
            values.put("exactCode", query.code().value());
        }
        if (query.mac() != null) {
            sql.append(" and mac = :exactMac");
            values.put("exactMac", query.mac().bytes());
        }
        if (query.reference() != null) {
            sql.append(" and reference = :exactReference");
            values.put("exactReference", query.reference());
        }
        if (before != null) {
            sql.append(" and id < :before");
            values.put("before", before.value());
        }
        sql.append(" order by id desc limit ").append(limit);
        return jdbc.sql(sql.toString()).params(values).query(UUID.class).list().stream()
                .map(TokenId::new)
                .toList();
    }

    /** What is over by its term has ended, whether or not the sweep has come by (rule 7). */
    private static String inState(TokenState state) {
        return switch (state) {
            case UNUSED -> "state = 'UNUSED'";
            case ACTIVE -> "state = 'ACTIVE' and (expires_at is null or expires_at > :now)";
            case ANNULLED -> "(state = 'ANNULLED' or state = 'ACTIVE' and expires_at <= :now)";
        };
    }
}
