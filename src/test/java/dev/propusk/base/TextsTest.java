package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts();

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(texts.keys(Texts.RUSSIAN)).isEqualTo(texts.keys(Texts.ENGLISH));
    }

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
    void aMissingTextShowsItsKey() {
        assertThat(texts.get(Texts.RUSSIAN, "no.such.text")).isEqualTo("!ru: no.such.text");
    }
}
