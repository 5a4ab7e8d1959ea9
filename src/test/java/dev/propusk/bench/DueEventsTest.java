package dev.propusk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.StatementCount;
import dev.propusk.TestClock;
import dev.propusk.bench.seed.DueEvents;
import dev.propusk.work.Leased;
import dev.propusk.work.TakenRows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counted by the server, so that neither the machine nor the optimizer's statistics are believed. */
@PropuskTest
class DueEventsTest {
    private static final int WAITING = 20_000;
    private static final int TAKEN = 32;
    private static final int COUNTED = 10_000;

    @Autowired
    DataSource dataSource;

    @Autowired
    TakenRows taken;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCount counts;

    @BeforeEach
    void nothingElseWaits() {
        jdbc.sql("delete from webhook_delivery").update();
    }

    /** One contract with all of them, twenty with a thousand each, and as many contracts as events. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, WAITING})
    void takingSomeReadsNoMoreThanThatHoweverManyWait(int contracts) throws Exception {
        try (DueEvents events = new DueEvents(dataSource, taken, clock.instant())) {
            events.fill(WAITING, contracts);
            try (TakenRows.Node node = events.node()) {
                Set<UUID> seen = new HashSet<>();
                Set<UUID> lanes = new HashSet<>();
                for (int i = 0; i < 10; i++) {
                    long before = read();
                    List<Leased> rows = node.take(TAKEN);
                    // reading the counters is some hundred of them
                    assertThat(read() - before).as("rows and entries read").isLessThan(2_000);
                    assertThat(rows).isNotEmpty().hasSizeLessThanOrEqualTo(TAKEN);
                    rows.forEach(row ->
                            assertThat(seen.add(row.id())).as("taken once").isTrue());
                    rows.forEach(row -> lanes.add(row.lane()));
                }
                assertThat(lanes).as("everybody's turn comes").hasSizeGreaterThanOrEqualTo(Math.min(contracts, 20));
            }
        }
    }

    @Test
    void theGaugeOfWhatWaitsCountsNoFurtherThanTenThousand() throws Exception {
        try (DueEvents events = new DueEvents(dataSource, taken, clock.instant())) {
            events.fill(7, 2);
            assertThat(events.waiting()).isEqualTo(7);
        }
        try (DueEvents events = new DueEvents(dataSource, taken, clock.instant())) {
            events.fill(3 * COUNTED, 20);
            // each of them from the index, and once more to count it
            assertThat(counts.during(() -> assertThat(events.waiting()).isEqualTo(COUNTED))
                            .rows())
                    .isBetween(0L + COUNTED, 2L * COUNTED + 10);
        }
    }

    private long read() {
        return jdbc.sql("""
                        select sum(variable_value) from information_schema.global_status
                        where variable_name like 'HANDLER_READ%'
                        """).query(Long.class).single();
    }
}
