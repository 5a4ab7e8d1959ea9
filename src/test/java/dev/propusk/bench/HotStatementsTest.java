package dev.propusk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.bench.seed.Seed;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.identification.Identification;
import dev.propusk.security.ActingAs;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.TokenJobs;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.SupportTokens;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenListRequest;
import dev.propusk.token.search.TokenPlace;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.Tokens;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is asked all day long reads no table from end to end and sorts nothing beyond a device's own rows. Counted by the
 * server while the services work, so that no statement can be forgotten.
 */
@PropuskTest
class HotStatementsTest {
    private static final int ROWS = 20_000;

    private static final int DEEP = 9_000;

    private static final int MORE_THAN_THE_POOL = 20;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Identification identification;

    @Autowired
    Tokens tokens;

    @Autowired
    SupportTokens lookup;

    @Autowired
    TokenJobs jobs;

    Contract hotel;

    @BeforeEach
    void fillTheTables() throws SQLException {
        hotel = contracts.open();
        Seed seed = new Seed(dataSource, clock.instant());
        seed.contracts(List.of(hotel));
        seed.activations(ROWS, hotel.id(), 1);
    }

    @AfterEach
    void emptyThemAgain() throws SQLException {
        Seed seed = new Seed(dataSource, clock.instant());
        seed.execute("delete from token where generated_by = 'bench'");
        seed.execute("drop table bench_contract");
    }

    @Test
    void readNoTableFromEndToEnd() {
        var single = generate(Uses.ONE);
        var multi = generate(Uses.ANY);
        var counted = generate(Uses.of(Uses.MAX_DEVICES));
        MacAddress device = TestContracts.device();
        assertThat(work(() -> activation.activate(hotel.id(), single, device)))
                .as("an activation of a single-use token")
                .satisfies(HotStatementsTest::isNone);
        assertThat(work(() -> activation.activate(hotel.id(), multi, device)))
                .as("an activation of a multi-use token")
                .satisfies(HotStatementsTest::isNone);
        assertThat(work(() -> activation.activate(hotel.id(), counted, TestContracts.device())))
                .as("an activation of a token for a number of devices: its free places, in their order")
                .satisfies(work ->
                        assertThat(work.scanned() + work.sorted()).isLessThanOrEqualTo(2 * Uses.MAX_DEVICES + 2));
        assertThat(work(() -> identification.find(hotel.id(), device)))
                .as("may this device pass?")
                .satisfies(work -> assertThat(work.scanned()).isZero())
                .satisfies(work -> assertThat(work.sorted()).isLessThanOrEqualTo(2));
        String support = contracts.support();
        assertThat(work(() -> ActingAs.user(contracts.user(support), () -> lookup.findByMacAcrossContracts(device))))
                .as("support's lookup of a MAC")
                .satisfies(work -> assertThat(work.sorted()).isZero());
        assertThat(work(() -> contracts.asOwner(
                        hotel, () -> tokens.newest(hotel.id(), TokenListRequest.of(TokenFilter.ALL), null, 50))))
                .as("a page of the API's list")
                .satisfies(work -> assertThat(work.sorted()).isZero());
        assertThat(work(() -> contracts.asOwner(
                        hotel, () -> tokens.page(hotel.id(), TokenFilter.ALL, TokenSort.NEWEST, 0, 50))))
                .as("a page of the grid")
                .satisfies(work -> assertThat(work.sorted()).isZero());
        TokenPlace deep = contracts.asOwner(
                hotel,
                () -> TokenPlace.of(tokens.page(hotel.id(), TokenFilter.ALL, TokenSort.NEWEST, DEEP, 1)
                        .getFirst()));
        assertThat(work(() ->
                        contracts.asOwner(hotel, () -> tokens.newestAfter(hotel.id(), TokenFilter.ALL, deep, 50))))
                .as("a page of the grid, scrolled to")
                .satisfies(work -> assertThat(work.sorted()).isZero())
                .satisfies(work -> assertThat(work.followed()).isLessThan(DEEP));
    }

    @Test
    void theSweepReadsWhatIsDueAndNothingElse() {
        clock.advance(Duration.ofDays(2));
        jobs.annulDue();
        assertThat(work(() -> jobs.annulDue())).as("a sweep that finds nothing").satisfies(HotStatementsTest::isNone);
        for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
            jobs.annulDue(); // one that kept its connection would leave none to the next
        }
        assertThat(jdbc.sql("select count(*) from token where generated_by = 'bench' and state = 'ACTIVE'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private TokenCode generate(Uses uses) {
        TokenRequest request = new TokenRequest(1, uses, Term.ofDays(1), null, null, Limits.NONE);
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), request)
                        .tokens()
                        .getFirst()
                        .code());
    }

    /**
     * What the server did.
     *
     * @param scanned rows read in the order of a table, one after the other
     * @param sorted rows sorted without the help of an index
     * @param followed entries of an index read in its order
     */
    private record Work(long scanned, long sorted, long followed) {}

    private static void isNone(Work work) {
        assertThat(work.scanned() + work.sorted()).isZero();
    }

    private Work work(Runnable event) {
        Map<String, Long> empty = between(() -> {});
        Map<String, Long> full = between(event);
        ToLongFunction<String> added =
                counter -> Objects.requireNonNull(full.get(counter)) - Objects.requireNonNull(empty.get(counter));
        return new Work(
                added.applyAsLong("HANDLER_READ_RND_NEXT"),
                added.applyAsLong("SORT_ROWS"),
                added.applyAsLong("HANDLER_READ_NEXT") + added.applyAsLong("HANDLER_READ_PREV"));
    }

    private Map<String, Long> between(Runnable event) {
        Map<String, Long> before = counters();
        event.run();
        Map<String, Long> after = counters();
        after.replaceAll((name, value) -> value - before.getOrDefault(name, 0L));
        return after;
    }

    private Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        jdbc.sql("""
                        select variable_name, variable_value from information_schema.global_status
                        where variable_name in ('HANDLER_READ_RND_NEXT', 'HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'SORT_ROWS')
                        """)
                .query((row, number) -> counters.put(row.getString(1), row.getLong(2)))
                .list();
        return counters;
    }
}
