package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which traffic is counted, and that none of it is lost. */
class TrafficCountTest extends LimitedTraffic {
    @Test
    void whatIsNotLimitedIsNotCounted() {
        Token token = enter(generate(Reuse.SINGLE_USE, 1, null));
        report(Kind.INTERIM, "s1", 10 * MEGABYTE);
        assertThat(left()).isEmpty();
        assertThat(jdbc.sql("select count(*) from token_limit where token_id = ?")
                        .param(token.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Reports of the time before, which come late, are another token's. */
    @Test
    void whatPassedBeforeTheTokenWasEnteredIsNotItsOwn() {
        clock.advance(Duration.ofHours(1));
        enter(generate(Reuse.SINGLE_USE, 1, 10));
        accounting.report(gateway, told(Kind.STOP, "old", 4 * MEGABYTE, Duration.ofMinutes(30)));
        assertThat(left()).contains(10 * MEGABYTE);
    }

    @Test
    void reportsOfManySessionsAtOnceAreAllCounted() throws Exception {
        enter(generate(Reuse.SINGLE_USE, 1, 100));
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Callable<Void>> reports = IntStream.range(0, 32)
                    .mapToObj(i -> (Callable<Void>) () -> {
                        report(Kind.INTERIM, "many" + i, MEGABYTE);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : pool.invokeAll(reports)) {
                done.get();
            }
        }
        assertThat(left()).contains(68 * MEGABYTE);
    }
}
