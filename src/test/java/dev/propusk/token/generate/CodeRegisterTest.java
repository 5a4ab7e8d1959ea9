package dev.propusk.token.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.token.TokenCode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 1. */
@PropuskTest
class CodeRegisterTest {
    @Autowired
    CodeRegister register;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyCodeHasTwelveDigitsAndStandsInTheRegisterOfCodes() {
        List<TokenCode> codes = register.take(50);
        assertThat(codes)
                .hasSize(50)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code.value()).matches("100[0-9]{9}"));
        assertThat(jdbc.sql("select count(*) from token_code where code in (:codes)")
                        .param("codes", codes.stream().map(TokenCode::number).toList())
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    void aCodeIsNeverGivenOutTwiceEvenIfItIsDrawnAgain() {
        int taken = register.take(1).getFirst().number();
        int first = free();
        int second = free();
        assertThat(registerThatDraws(taken, taken, first).take(1))
                .extracting(TokenCode::number)
                .containsExactly(first);
        assertThat(registerThatDraws(first, second, taken, first, second, free())
                        .take(2))
                .extracting(TokenCode::number)
                .contains(second)
                .doesNotContain(first, taken)
                .doesNotHaveDuplicates();
    }

    private CodeRegister registerThatDraws(int... numbers) {
        return new CodeRegister(jdbc, new Draws(Arrays.stream(numbers).iterator()));
    }

    /** The odds against it having been drawn before are those of any code. */
    private static int free() {
        return ThreadLocalRandom.current().nextInt(1_000_000_000);
    }

    /** Gives these numbers; a draw too many fails instead of going on for ever. */
    private record Draws(Iterator<Integer> numbers) implements RandomGenerator {
        @Override
        public int nextInt(int below) {
            return below == 1_000_000_000 ? numbers.next() : below - 1;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }
    }
}
