package dev.propusk.token.search;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.list.Pages;
import dev.propusk.list.Place;
import dev.propusk.list.Selection;
import dev.propusk.list.SortKey;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the ids of a page of tokens; every statement of it stays within one contract and within {@link #MOST} rows. */
@Component
class PanelTokenQuery {
    /** Beyond so many rows nobody scrolls or counts: the filter is to be narrowed. */
    static final int MOST = Pages.MOST;
    /** A part of a note is looked for among so many of the newest tokens. */
    private static final int NOTES = 20_000;

    private static final Sorting<Token> NEWEST = new Sorting<>(
            SortKey.of(TokenSort.By.GENERATED.column(), token -> InstantConverter.toUtc(token.generatedAt())), true);

    private final JdbcClient jdbc;
    private final Pages pages;
    private final Clock clock;

    PanelTokenQuery(JdbcClient jdbc, Pages pages, Clock clock) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.clock = clock;
    }

    List<TokenId> page(ContractId contract, TokenFilter filter, TokenSort ordering, int offset, int limit) {
        Selection statement = matching(contract, filter);
        if (ordering.equals(TokenSort.NEWEST)) {
            return ids(statement, new Span<>(NEWEST, offset, limit, null));
        }
        String direction = ordering.descending() ? " desc" : "";
        String newest = "select id, " + ordering.by().column() + " as sorted, generated_at " + statement.fromWhere()
                + " order by generated_at desc, id desc limit " + MOST;
        return jdbc
                .sql("select id from (" + newest + ") newest order by sorted" + direction + ", id" + direction
                        + " limit :limit offset :offset")
                .params(statement.values())
                .param("limit", Math.min(limit, Math.max(0, MOST - offset)))
                .param("offset", offset)
                .query(UUID.class)
                .list()
                .stream()
                .map(TokenId::new)
                .toList();
    }

    /** The newest first, on from where a list has come to: as fast there as at its beginning. */
    List<TokenId> newestAfter(ContractId contract, TokenFilter filter, TokenPlace last, int limit) {
        Place place =
                new Place(InstantConverter.toUtc(last.generatedAt()), last.id().value());
        return ids(matching(contract, filter), new Span<>(NEWEST, 0, limit, place));
    }

    private List<TokenId> ids(Selection rows, Span<Token> span) {
        return pages.ids(rows, span).stream().map(TokenId::new).toList();
    }

    /** How many match, at most {@value #MOST}. */
    int count(ContractId contract, TokenFilter filter) {
        return pages.count(matching(contract, filter));
    }

    /** Those of a contract in this state, at most one above {@value #MOST}; from an index alone. */
    int countUpToMore(ContractId contract, TokenState state) {
        // a count of a derived table would write its rows into one first
        return jdbc.sql("""
                        select coalesce(
                            (select :most + 1 from token
                                where contract_id = :contract and deleted_at is null and state = :state
                                limit 1 offset :most),
                            (select count(*) from token
                                where contract_id = :contract and deleted_at is null and state = :state))
                        """)
                .param("most", MOST)
                .param("contract", contract.value())
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    Selection matching(ContractId contract, TokenFilter filter) {
        List<String> where = new ArrayList<>(List.of("contract_id = :contract", "deleted_at is null"));
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("contract", contract.value()));
        if (filter.state() != null) {
            where.add("state = :state");
            values.put("state", filter.state().name());
            if (filter.state() == TokenState.ACTIVE) {
                where.add("(expires_at is null or expires_at > :now)");
                values.put("now", InstantConverter.toUtc(clock.instant()));
            }
        }
        if (filter.reuse() != null) {
            where.add("reuse = :reuse");
            values.put("reuse", filter.reuse().name());
        }
        if (filter.from() != null) {
            where.add("generated_at >= :from");
            values.put("from", InstantConverter.toUtc(filter.from()));
        }
        if (filter.to() != null) {
            where.add("generated_at < :to");
            values.put("to", InstantConverter.toUtc(filter.to()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.add(text(filter.text().strip(), values));
        }
        return new Selection("from token where " + String.join(" and ", where), values);
    }

    private static String text(String text, Map<String, @Nullable Object> values) {
        values.put("reference", text);
        Optional<TokenCode> code = TokenCode.read(text);
        Optional<MacAddress> mac = MacAddress.read(text);
        if (code.isPresent() || mac.isPresent()) {
            // twelve digits can be either, and a booking may be called so too
            values.put("code", code.map(TokenCode::value).orElse(null));
            values.put("mac", mac.map(MacAddress::bytes).orElse(null));
            return """
                    id in (select id from token where code = :code
                        union select id from token where mac = :mac
                        union select id from token where contract_id = :contract and reference = :reference)""";
        }
        values.put("newest", NOTES);
        values.put("note", "%" + Pages.escaped(text) + "%");
        return """
                id in (select id from (
                    select id, note, reference from token
                    where contract_id = :contract and deleted_at is null
                    order by generated_at desc limit :newest) newest
                where note like :note or reference = :reference)""";
    }
}
