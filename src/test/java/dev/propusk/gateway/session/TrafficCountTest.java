package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.Limits;
import dev.propusk.contract.NetworkTerms;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.identification.Identified;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
