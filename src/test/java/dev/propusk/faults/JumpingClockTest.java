package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.identification.Identification;
import dev.propusk.token.Annulment;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.TokenJobs;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The machine's clock is set forward and back by up to two days, between any two steps of a token's life. */
@PropuskTest
class JumpingClockTest {
    private static final int ROUNDS = Integer.getInteger("faults.kills", 10);
    private static final int TERM = 7;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Identification identification;

    @Autowired
    Tokens tokens;

    @Autowired
    TokenJobs jobs;

    private final Answers answers = new Answers();
    private Duration away = Duration.ZERO;

    @AfterEach
    void setItRight() {
        clock.advance(away.negated());
    }

    @Test
    void noEndMovesAndNothingThatEndedComesBack() throws Exception {
        Contract hotel = contracts.open();
        for (int round = 0; round < ROUNDS; round++) {
            for (Reuse reuse : Reuse.values()) {
                liveThrough(hotel, reuse);
            }
        }
        FaultTable.add("clocks that jump", ROUNDS * Reuse.values().length * 4, answers, List.of(), "");
    }

    private void liveThrough(Contract hotel, Reuse reuse) {
        Token made = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, reuse, Term.ofDays(TERM), null, null))
                        .tokens()
                        .getFirst());
        jump();
        MacAddress device = TestContracts.device();
        Instant activated = clock.instant();
        Token token = activation.activate(hotel.id(), made.code(), device);
        answers.hear("activated " + token.id() + " " + device);
        Instant end = activated.plus(Duration.ofDays(TERM));
        assertThat(token.expiresAt()).contains(end);

        jump();
        jobs.annulDue();
        assertThat(identification.find(hotel.id(), device).orElseThrow().until())
                .contains(end);
        assertThat(activation.activate(hotel.id(), made.code(), device).id()).isEqualTo(token.id());

        forward(Duration.between(clock.instant(), end));
        assertThat(identification.find(hotel.id(), device)).isEmpty();
        jobs.annulDue();
        jump();
        Token ended = contracts.asOwner(hotel, () -> tokens.get(hotel.id(), token.id()));
        assertThat(ended.state(clock.instant())).isEqualTo(TokenState.ANNULLED);
        assertThat(ended.annulment(clock.instant())).contains(Annulment.EXPIRED);
        assertThat(ended.annulledAt(clock.instant())).contains(end);
        assertThat(identification.find(hotel.id(), device)).isEmpty();
        assertThatThrownBy(() -> activation.activate(hotel.id(), made.code(), device))
                .isInstanceOf(CodeNotAcceptedException.class);
        answers.hear("annulled " + token.id());
    }

    private void jump() {
        forward(Duration.ofSeconds(ThreadLocalRandom.current().nextLong(-172_800, 172_800)));
    }

    private void forward(Duration by) {
        clock.advance(by);
        away = away.plus(by);
    }
}
