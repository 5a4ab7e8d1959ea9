package dev.propusk.token.end;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PropuskTest
class AbandonedClosingsTest {
    private static final String UNKNOWN = "100999999991";

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Tokens tokens;

    @Autowired
    TokenJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void tidy() {
        jdbc.sql("delete from code_closing where code = ?").param(UNKNOWN).update();
    }

    @Test
    void oneThatCantBeFinishedStopsNoneBehindItAndIsTriedEverMoreSeldom() {
        Contract hotel = contracts.open();
        abandon(hotel, UNKNOWN, TokenId.next(), Duration.ofHours(1));
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.MULTI_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
        abandon(hotel, token.code().value(), token.id(), Duration.ofMinutes(1));
        jobs.finishAbandoned();
        assertThat(contracts
                        .asOwner(hotel, () -> tokens.get(hotel.id(), token.id()))
                        .state(clock.instant()))
                .isEqualTo(TokenState.ANNULLED);
        assertThat(tries()).isEqualTo(1);
        jobs.finishAbandoned();
        assertThat(tries()).as("at once").isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        jobs.finishAbandoned();
        assertThat(tries()).as("after ten seconds").isEqualTo(2);
        clock.advance(Duration.ofSeconds(10));
        jobs.finishAbandoned();
        assertThat(tries()).as("after ten more").isEqualTo(2);
        clock.advance(Duration.ofSeconds(10));
        jobs.finishAbandoned();
        assertThat(tries()).as("after twenty").isEqualTo(3);
    }

    private int tries() {
        return jdbc.sql("select tries from code_closing where code = ?")
                .param(UNKNOWN)
                .query(Integer.class)
                .single();
    }

    private void abandon(Contract contract, String code, TokenId token, Duration ago) {
        jdbc.sql("""
                        insert into code_closing
                            (code, contract_id, token_id, annulment, devices, deleting, requested_at)
                        values (?, ?, ?, 'BY_HAND', 1, 0, ?)
                        """)
                .params(
                        code,
                        contract.id().value(),
                        token.value(),
                        InstantConverter.toUtc(clock.instant().minus(ago)))
                .update();
    }
}
