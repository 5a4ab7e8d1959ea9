package dev.propusk.base;

import java.io.IOException;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern KEY_IN_A_CALL =
            Pattern.compile("(?:getTranslation|text|texts\\.get)\\((?:[\\w.()]+,\\s*)?\"([a-z]+(?:\\.[\\w-]+)+)\"");

    private final Texts texts = new Texts();
    private final String sources = sources();

    @Test
    void allLanguagesHaveTheSameTexts() {
        assertThat(texts.getProvidedLocales())
                .allSatisfy(language -> assertThat(texts.keys(language)).isEqualTo(texts.keys(Texts.RUSSIAN)));
    }

    @Test
    void everyTextIsUsedAndEveryTextThatIsUsedIsThere() {
        assertThat(texts.keys(Texts.RUSSIAN)).filteredOn(key -> !isUsed(key)).isEmpty();
        assertThat(KEY_IN_A_CALL.matcher(sources).results().map(found -> found.group(1)))
                .isSubsetOf(texts.keys(Texts.RUSSIAN));
    }

    /** It stands in the sources, or something that it begins with does and the rest is put behind it. */
    private boolean isUsed(String key) {
        return sources.contains('"' + key + '"')
                || Pattern.compile("\\.")
                        .matcher(key)
                        .results()
                        .anyMatch(dot -> sources.contains('"' + key.substring(0, dot.end()) + "\" +"));
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    @Test
    void aMissingTextShowsItsKey() {
        assertThat(texts.get(Texts.RUSSIAN, "no.such.text")).isEqualTo("!ru: no.such.text");
    }
}
