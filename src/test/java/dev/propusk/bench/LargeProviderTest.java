package dev.propusk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import dev.propusk.PropuskTest;
import dev.propusk.StatementCount;
import dev.propusk.StatementCount.Counted;
import dev.propusk.account.AccountColumn;
import dev.propusk.account.AccountList;
import dev.propusk.bench.seed.LargeProvider;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractColumn;
import dev.propusk.contract.ContractList;
import dev.propusk.gateway.GatewayList;
import dev.propusk.list.Place;
import dev.propusk.list.Searchable;
import dev.propusk.list.SortKey;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.ActingAs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the provider's lists cost, by the statements sent and the rows read: the same whatever there is. */
@PropuskTest
class LargeProviderTest {
    private static final int MANY = 3_000;
    /** The count, which rows, the rows, and whose they are. */
    private static final int STATEMENTS = 4;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ContractList contracts;

    @Autowired
    AccountList accounts;

    @Autowired
    GatewayList gateways;

    @Autowired
    StatementCount count;

    private LargeProvider provider;

    @BeforeEach
    void openContracts() {
        provider = new LargeProvider(jdbc, contracts, accounts, gateways);
        provider.open(MANY);
    }

    @AfterEach
    void removeThem() {
        provider.remove();
    }

    @Test
    void aFirstPageTakesFourStatementsAtMostHoweverManyRowsItFinds() {
        Map<String, Counted> pages = provider.firstPages().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, page -> count.during(page.getValue())));
        assertThat(pages)
                .allSatisfy(
                        (name, page) -> assertThat(page.statements()).as(name).isBetween(1L, (long) STATEMENTS));
        // counted up to the cap, through a table in memory; a part of a name is looked for in an index, for the count
        // and for
        // the page
        assertThat(pages)
                .allSatisfy((name, page) -> assertThat(page.rows())
                        .as(name)
                        .isLessThan(name.contains("login") ? 2L * 4 * MANY + 10 * LargeProvider.PAGE : 4L * MANY));
        assertThat(pages.get("logins, a contract's number"))
                .extracting(Counted::rows, LONG)
                .isLessThan(100);
        assertThat(pages.get("contracts, nothing found"))
                .extracting(Counted::statements, LONG)
                .isOne();
    }

    @Test
    void aPageFurtherDownReadsItsOwnRowsOnly() {
        ActingAs.administrator(() -> {
            for (SortKey<Contract> by : ContractColumn.ALL) {
                for (boolean descending : new boolean[] {false, true}) {
                    Sorting<Contract> sorting = new Sorting<>(by, descending);
                    Place deep = place(
                            sorting,
                            contracts
                                    .page("", new Span<>(sorting, 2_000, 1, null))
                                    .getFirst());
                    Counted page =
                            count.during(() -> assertThat(contracts.page("", new Span<>(sorting, 2_001, 50, deep)))
                                    .hasSize(50));
                    assertThat(page.statements()).isEqualTo(2);
                    // of an equal key all ids are passed over
                    assertThat(page.rows())
                            .as(sorting.toString())
                            .isLessThan(
                                    Set.of(ContractColumn.STATUS, ContractColumn.ZONE)
                                                    .contains(by)
                                            ? 2_500
                                            : 250);
                }
            }
        });
    }

    @Test
    void whoeverScrollsSeesEachRowOnceWhateverItIsSortedBy() {
        ActingAs.administrator(() -> {
            for (SortKey<Contract> by : ContractColumn.ALL) {
                assertThat(scrolled(contracts, by, contract -> contract.id().value()))
                        .as(by.column())
                        .doesNotHaveDuplicates()
                        .hasSize(contracts.count(""));
            }
            for (SortKey<AccountList.Listed> by : AccountColumn.ALL) {
                assertThat(scrolled(
                                new Searchable<AccountList.Listed>() {
                                    @Override
                                    public int count(String text) {
                                        return accounts.count(null, text);
                                    }

                                    @Override
                                    public List<AccountList.Listed> page(String text, Span<AccountList.Listed> span) {
                                        return accounts.page(null, text, span);
                                    }
                                },
                                by,
                                row -> row.login().id()))
                        .as(by.column())
                        .doesNotHaveDuplicates()
                        .hasSize(accounts.count(null, ""));
            }
        });
    }

    private static <T> List<UUID> scrolled(Searchable<T> list, SortKey<T> by, Function<T, UUID> id) {
        Sorting<T> sorting = new Sorting<>(by, true);
        List<UUID> seen = new ArrayList<>();
        Place last = null;
        List<T> page;
        do {
            page = list.page("", new Span<>(sorting, seen.size(), 500, last));
            page.forEach(row -> seen.add(id.apply(row)));
            last = page.isEmpty() ? null : sorting.place(page.getLast(), id.apply(page.getLast()));
        } while (!page.isEmpty());
        return seen;
    }

    private static @Nullable Place place(Sorting<Contract> sorting, Contract contract) {
        return sorting.place(contract, contract.id().value());
    }
}
