package dev.propusk.base.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    /** Every digit that Unicode knows is one of ten. */
    @Test
    void digitsOfEveryScriptAreDigits() {
        int[] digits = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isDigit)
                .toArray();
        assertThat(digits).hasSizeGreaterThan(600);
        for (int digit : digits) {
            assertThat(Typed.plain(Character.toString(digit)))
                    .as(Character.getName(digit))
                    .isEqualTo(String.valueOf(Character.digit(digit, 10)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200Ea-b\u200B",
                "\uFEFFa\u2011b",
                "a\u2212b\u00AD",
                "\u2066a\u2014b\u2069",
                "\uFF41\uFF0D\uFF42",
                "a\uFE0F\u2043b\u0000"
            })
    void whatNobodySeesIsLeftOutAndEveryDashIsADash(String text) {
        assertThat(Typed.plain(text)).isEqualTo("a-b");
    }

    @Test
    void everySpaceIsASpace() {
        assertThat(Typed.plain("1\u00A02\u202F3\u30004\t5\n6")).isEqualTo("1 2 3 4 5 6");
    }
}
