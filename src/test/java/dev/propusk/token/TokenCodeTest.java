package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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
    @ValueSource(
            strings = {
                "\u0661\u0660\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669",
                "\u06F1\u06F0\u06F0 \u06F1\u06F2\u06F3 \u06F4\u06F5\u06F6 \u06F7\u06F8\u06F9",
                "\u0967\u0966\u0966\u0967\u0968\u0969\u096A\u096B\u096C\u096D\u096E\u096F",
                "\uFF11\uFF10\uFF10\u3000\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19",
                "100\u200B123\u2060456\uFEFF789\u200E",
                "1OO 123 456 789",
                "l\u041E\u043E I23 456 789",
                "100\u2212123\u2013456_789",
                "\u2116 100/123/456/789,",
                "#100[123](456)789;"
            })
    void itIsReadAsAnyKeyboardWritesIt(String typed) {
        assertThat(TokenCode.read(typed)).contains(new TokenCode("100123456789"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "100 123 45, 4",
                "1, 11",
                "\u0661\u0660\u0660, 9",
                "10012345678, 1",
                "100123456789, -",
                "x1, -",
                "'', -"
            })
    void itIsToldHowManyDigitsAreMissing(String typed, @Nullable Integer missing) {
        assertThat(TokenCode.missing(typed)).isEqualTo(missing == null ? OptionalInt.empty() : OptionalInt.of(missing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1001234567890",
                "10012345678",
                "200123456789",
                "100 123 456 78x",
                "+79161234567",
                "10-01-23-45-67-89",
                "10:01:23:45:67:89",
                "+100123456789"
            })
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
