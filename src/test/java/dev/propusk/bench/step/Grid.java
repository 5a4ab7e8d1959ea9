package dev.propusk.bench.step;

import dev.propusk.bench.bare.BareList;
import dev.propusk.bench.measure.Compared;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Load;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenListRequest;
import dev.propusk.token.search.TokenPlace;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of a contract's tokens in the panel and in the API, a million of them. */
final class Grid implements Step {
    private static final int PAGE = 50;
    /** The last page that a list scrolls to. */
    private static final int DEEPEST = 9_950;

    private final Tokens tokens;
    private final Database database;
    private final Networks networks;
    private final JdbcClient jdbc;
    private final Scale scale;

    Grid(Tokens tokens, Database database, Networks networks, JdbcClient jdbc, Scale scale) {
        this.tokens = tokens;
        this.database = database;
        this.networks = networks;
        this.jdbc = jdbc;
        this.scale = scale;
    }

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public List<Row> rows() {
        int deepest = Math.min(DEEPEST, scale.rows() / 4);
        Goal page = new Goal.Within(5, Yardstick.PAGE);
        List<Row> rows = new ArrayList<>(List.of(
                new Row("page of the token grid, jumped to row 0", "ms", page, () -> jumped(0)),
                new Row(
                        "page of the token grid, jumped to row " + deepest,
                        "ms",
                        new Goal.Within(5, Yardstick.JUMP),
                        () -> jumped(deepest)),
                new Row("page of the token grid, scrolled to row " + deepest, "ms", page, () -> scrolled(deepest))));
        for (int depth : new int[] {0, scale.rows() / 20, scale.rows() / 11}) {
            rows.add(new Row("page by keyset at row " + depth, "ms", page, () -> byKeyset(depth)));
        }
        rows.add(new Row("counts on the grid's tabs", "ms", new Goal.Within(10, Yardstick.COUNTS), this::counts));
        return rows;
    }

    private interface Reading {
        void of(ContractId contract) throws Exception;
    }

    private interface BareReading {
        void of(BareList list, ContractId contract) throws Exception;
    }

    /** The large contract's, by turns. */
    private Compared compare(Reading ours, BareReading reference) throws Exception {
        ContractId large = networks.large().id();
        List<ContractId> times = Collections.nCopies(Math.min(PAGE, scale.calls()), large);
        try (BareList bare = new BareList(database)) {
            return Networks.asOwner(
                    networks.large(),
                    () -> scale.turns()
                            .compare(
                                    () -> Load.millisEach(times, ours::of),
                                    () -> Load.millisEach(times, contract -> reference.of(bare, contract))));
        }
    }

    Compared jumped(int depth) throws Exception {
        return compare(
                contract -> tokens.page(contract, TokenFilter.ALL, TokenSort.NEWEST, depth, PAGE),
                (bare, contract) -> bare.jump(contract, depth));
    }

    private Compared scrolled(int depth) throws Exception {
        TokenPlace place = Networks.asOwner(
                networks.large(),
                () -> TokenPlace.of(tokens.page(networks.large().id(), TokenFilter.ALL, TokenSort.NEWEST, depth - 1, 1)
                        .getFirst()));
        return compare(
                contract -> tokens.newestAfter(contract, TokenFilter.ALL, place, PAGE),
                (bare, contract) -> bare.after(contract, place));
    }

    private Compared byKeyset(int depth) throws Exception {
        TokenId last = jdbc.sql("""
                        select id from token where contract_id = ? and deleted_at is null
                        order by id desc limit 1 offset ?
                        """)
                .params(networks.large().id().value(), depth)
                .query((row, number) -> new TokenId(row.getObject(1, UUID.class)))
                .single();
        return compare(
                contract -> tokens.newest(contract, TokenListRequest.of(TokenFilter.ALL), last, PAGE),
                (bare, contract) -> bare.before(contract, last));
    }

    /** Of all tabs together. */
    Compared counts() throws Exception {
        return compare(tokens::counts, BareList::counts);
    }
}
