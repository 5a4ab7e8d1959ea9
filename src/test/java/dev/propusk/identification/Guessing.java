package dev.propusk.identification;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes that are guessed at a contract's gateway and on its open page (rule 19). */
@PropuskTest
abstract class Guessing {
    static final int OPEN_PAGE_GUESSES = Integer.getInteger("propusk.open-page-guesses", 600);
    static final int GATEWAY_GUESSES = Integer.getInteger("propusk.gateway-guesses", 1_300);

    @Autowired
    Identification identification;

    @Autowired
    GuessingBudgets budgets;

    @Autowired
    GuessingSettings settings;

    @Autowired
    GuessingAlerts alerts;

    @Autowired
    TestContracts contracts;

    @Autowired
    Generation generation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    final UUID gateway = UUID.randomUUID();
    Contract hotel;

    @BeforeEach
    void openAContract() {
        fillBudgets();
        hotel = contracts.open();
    }

    /** All tests share the budget of the open pages: what was spent is given time to fill. */
    @AfterEach
    void fillBudgets() {
        clock.advance(settings.fullAgain());
    }

    enum Outcome {
        LET_IN,
        REJECTED,
        SLOWED
    }

    int warnings() {
        return jdbc.sql("select count(*) from journal where contract_id = ? and action = 'guessing.slowed'")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }

    Outcome guess(Attempt attempt) {
        return outcome(attempt, unknown());
    }

    Outcome outcome(Attempt attempt, TokenCode code) {
        try {
            identification.identify(attempt, code);
            return Outcome.LET_IN;
        } catch (CodeNotAcceptedException e) {
            return Outcome.REJECTED;
        } catch (TooManyGuessesException e) {
            return Outcome.SLOWED;
        }
    }

    Attempt atGateway(MacAddress device) {
        return Attempt.atGateway(hotel.id(), gateway, device);
    }

    Attempt onPage(String address) {
        return onPage(address, TestContracts.device());
    }

    Attempt onPage(String address, MacAddress device) {
        return Attempt.onOpenPage(hotel.id(), NetworkAddress.parse(address), device);
    }

    static String randomAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198." + random.nextInt(18, 20) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    /** Nobody was given it: the odds against it are those of the attacker. */
    static TokenCode unknown() {
        return new TokenCode(
                "100" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000)));
    }

    TokenCode generate() {
        return contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(2), null, null))
                        .tokens()
                        .getFirst()
                        .code());
    }
}
