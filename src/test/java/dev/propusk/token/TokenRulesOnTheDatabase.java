package dev.propusk.token;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.identification.Identification;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of a contract, and what happens to them, on the database. */
@PropuskTest
abstract class TokenRulesOnTheDatabase {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    @Autowired
    Tokens tokens;

    @Autowired
    Identification identification;

    @Autowired
    JdbcClient jdbc;

    Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

    List<Token> generate(int count, Reuse reuse, Term term) {
        return asOwner(
                () -> generation.generate(hotel.id(), order(count, reuse, term)).tokens());
    }

    static TokenRequest order(int count, Reuse reuse, Term term) {
        return new TokenRequest(count, reuse, term, "№ 12", "B-4711");
    }

    Token activate(TokenCode code, MacAddress device) {
        return activation.activate(hotel.id(), code, device);
    }

    boolean accepted(TokenCode code, MacAddress device) {
        try {
            return activate(code, device).mac().filter(device::equals).isPresent();
        } catch (CodeNotAcceptedException e) {
            return false;
        }
    }

    boolean delete(Token token) {
        ending.delete(hotel.id(), token.id());
        return true;
    }

    Token get(Token token) {
        return asOwner(() -> tokens.get(hotel.id(), token.id()));
    }

    int unused() {
        return asOwner(() -> tokens.quota(hotel.id()).unused());
    }

    int rows(String state) {
        return jdbc.sql("select count(*) from token where contract_id = ? and state = ?")
                .params(hotel.id().value(), state)
                .query(Integer.class)
                .single();
    }

    List<String> journal(String action) {
        return jdbc.sql("select details from journal where contract_id = ? and action = ?")
                .params(hotel.id().value(), action)
                .query(String.class)
                .list();
    }

    <T> T asOwner(Supplier<T> event) {
        return contracts.asOwner(hotel, event);
    }

    static List<Boolean> race(int runners, IntPredicate run) throws Exception {
        CyclicBarrier start = new CyclicBarrier(runners);
        try (var threads = Executors.newFixedThreadPool(runners)) {
            List<Future<Boolean>> results = IntStream.range(0, runners)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return run.test(i);
                    }))
                    .toList();
            return results.stream().map(TokenRulesOnTheDatabase::result).toList();
        }
    }

    static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
