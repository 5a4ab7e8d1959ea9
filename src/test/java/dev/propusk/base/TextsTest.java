package dev.propusk.base;

import java.io.IOException;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void aMissingTextShowsItsKey() {
        assertThat(texts.get(Texts.RUSSIAN, "no.such.text")).isEqualTo("!ru: no.such.text");
    }
}
