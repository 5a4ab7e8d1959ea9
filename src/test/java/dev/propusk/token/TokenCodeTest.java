package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 1. */
class TokenCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"100123456789", "100 123 456 789", "100-123-456-789", " 100\u00a0123\u2009456.789 "})
    void spacesDashesAndDotsDoNotCount(String typed) {
        assertThat(TokenCode.read(typed)).contains(new TokenCode("100123456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1001234567890", "10012345678", "200123456789", "100 123 456 78x", "+79161234567"})
    void anythingElseIsNoCode(String typed) {
        assertThat(TokenCode.read(typed)).isEmpty();
    }

    @Test
    void aLongTextIsNotLookedAt() {
        assertThat(TokenCode.read(" ".repeat(52) + "100123456789")).isPresent();
        assertThat(TokenCode.read(" ".repeat(53) + "100123456789")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10012345678", "1001234567890", "200123456789", "10012345678x", "10012345678\u0669"})
    void aCodeHasTwelveDigitsAndStartsWithOneHundred(String text) {
        assertThatExceptionOfType(InvalidTokenCodeException.class).isThrownBy(() -> new TokenCode(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100000000000, 100 000 000 000",
        "7, 100000000007, 100 000 000 007",
        "123456789, 100123456789, 100 123 456 789",
        "999999999, 100999999999, 100 999 999 999"
    })
    void aCodeIsItsNumberInTwelveDigitsAndShownInGroupsOfThree(int number, String digits, String shown) {
        TokenCode code = TokenCode.ofNumber(number);
        assertThat(code.value()).isEqualTo(digits);
        assertThat(code).hasToString(digits);
        assertThat(code.number()).isEqualTo(number);
        assertThat(code.grouped()).isEqualTo(shown);
    }

    @Test
    void nineDigitsAreDrawnEachOfTheThousandMillionAlike() {
        int[] bound = new int[1];
        RandomGenerator random = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int nextInt(int below) {
                bound[0] = below;
                return below - 1;
            }
        };
        assertThat(TokenCode.random(random).value()).isEqualTo("100999999999");
        assertThat(bound[0]).isEqualTo(1_000_000_000);
    }
}
