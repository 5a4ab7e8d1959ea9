package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTemplateTest {
    @Test
    void aWordTakesTheFormThatGoesWithItsNumber() {
        String forms = "{0} {0|токен|токена|токенов}";
        assertThat(List.of(0, 1, 2, 5, 11, 12, 21, 22, 25, 111, 121))
                .extracting(n -> TextTemplate.fill(forms, Texts.RUSSIAN, n))
                .containsExactly(
                        "0 токенов",
                        "1 токен",
                        "2 токена",
                        "5 токенов",
                        "11 токенов",
                        "12 токенов",
                        "21 токен",
                        "22 токена",
                        "25 токенов",
                        "111 токенов",
                        "121 токен");
        assertThat(TextTemplate.fill("{0} {0|token|tokens}", Texts.ENGLISH, 1)).isEqualTo("1 token");
        assertThat(TextTemplate.fill("{0} {0|token|tokens}", Texts.ENGLISH, 2)).isEqualTo("2 tokens");
    }

    @Test
    void valuesStandInTheirPlacesWhateverTheyHold() {
        assertThat(TextTemplate.fill("{1} {0} {1}", Texts.ENGLISH, "$1", "\\{0}"))
                .isEqualTo("\\{0} $1 \\{0}");
        assertThat(TextTemplate.fill("{0}", Texts.ENGLISH, (Object) null)).isEqualTo("null");
    }

    @Test
    void aPlaceWithoutAValueAndOtherBracesStandForThemselves() {
        assertThat(TextTemplate.fill("{0} {1} {1|a|b} {x} it's", Texts.ENGLISH, "a"))
                .isEqualTo("a {1} {1|a|b} {x} it's");
        assertThat(TextTemplate.fill("{0}", Texts.ENGLISH)).isEqualTo("{0}");
    }

    @Test
    void aWordWithTooFewFormsTakesItsLastAndWhatIsNoNumberCountsAsNone() {
        assertThat(TextTemplate.fill("{0|день|дня}", Texts.RUSSIAN, 5)).isEqualTo("дня");
        assertThat(TextTemplate.fill("{0|день|дня|дней}", Texts.RUSSIAN, "5")).isEqualTo("дней");
        assertThat(TextTemplate.fill("{0|day|days}", Texts.ENGLISH, -1)).isEqualTo("day");
        assertThat(TextTemplate.fill("{0|день|дня|дней}", Texts.RUSSIAN, 14)).isEqualTo("дней");
        assertThat(TextTemplate.fill("{0|день|дня|дней}", Texts.RUSSIAN, 104)).isEqualTo("дня");
    }

    @Test
    void otherLanguagesHaveTheirOwnForms() {
        String forms = "{n|zero|one|two|few|many|other}";
        assertThat(List.of(0, 1, 2, 3, 10, 11, 99, 100, 102, 103))
                .extracting(n -> TextTemplate.fill(forms, Locale.of("ar"), name -> n))
                .containsExactly("zero", "one", "two", "few", "few", "many", "many", "other", "other", "few");
        assertThat(TextTemplate.fill("{0|个}", Locale.of("zh"), 5)).isEqualTo("个");
        assertThat(List.of(0, 1, 2))
                .extracting(n -> TextTemplate.fill("{0|one|other}", Locale.of("hy"), n))
                .containsExactly("one", "one", "other");
    }
}
