package dev.propusk.token.end;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.data.WrongClocks;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node whose clock is a day ahead would end for good what has a day yet. */
@PropuskTest
class WrongClockTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    ExpiryTransaction transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aNodeWhoseClockIsFarOffEndsNothing() {
        Contract hotel = contracts.open();
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        clock.advance(Duration.ofHours(25));

        assertThat(sweep(Duration.ofHours(25))).isZero();
        assertThat(sweep(Duration.ofMinutes(-2))).isZero();
        assertThat(sweep(Duration.ofSeconds(30))).isPositive();
    }

    private int sweep(Duration ahead) {
        return new Expiry(transaction, WrongClocks.ahead(jdbc, ahead)).annulDue();
    }
}
