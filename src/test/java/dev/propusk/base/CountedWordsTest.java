package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.guest.GuestTexts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Wherever a number meets a word, the word has the form that goes with it. */
class CountedWordsTest {
    static final List<Locale> LANGUAGES = List.of(Texts.RUSSIAN, Texts.ENGLISH);
    private static final List<Integer> NUMBERS = List.of(0, 1, 2, 5, 11, 21);

    /** Which form goes with each of the numbers, as a grammar has it. */
    private static final Map<Locale, List<Integer>> GRAMMAR =
            Map.of(Texts.RUSSIAN, List.of(2, 0, 1, 2, 2, 0), Texts.ENGLISH, List.of(1, 0, 1, 1, 1, 1));

    /** What is counted. Each line was read by somebody who speaks the language: a new one is, too. */
    private static final Map<Locale, Set<String>> NOUNS = Map.of(
            Texts.RUSSIAN,
            Set.of(
                    "день|дня|дней",
                    "запись|записи|записей",
                    "минуту|минуты|минут",
                    "нарушение|нарушения|нарушений",
                    "печать|печати|печатей",
                    "раз|раза|раз",
                    "секрет|секрета|секретов",
                    "символа|символов|символов",
                    "строки|строк|строк",
                    "сутки|суток|суток",
                    "токен выданным|токена выданными|токенов выданными",
                    "токен|токена|токенов",
                    "токена|токенов|токенов",
                    "устройства|устройств|устройств",
                    "цифры|цифр|цифр",
                    "устройство|устройства|устройств"),
            Texts.ENGLISH,
            Set.of(
                    "character is|characters are",
                    "character|characters",
                    "day|days",
                    "device|devices",
                    "digit is|digits are",
                    "entry|entries",
                    "flaw|flaws",
                    "line|lines",
                    "minute|minutes",
                    "record|records",
                    "seal|seals",
                    "secret|secrets",
                    "time|times",
                    "token is|tokens are",
                    "token|tokens",
                    "try|tries"));

    private static final Pattern FORMS = Pattern.compile("\\{\\w+\\|([^}]*)}");
    private static final Pattern COUNTED = Pattern.compile("\\{(\\w+)}[ \u00a0]\\{\\1\\|([^}]*)}");
    private static final Pattern BESIDE_A_WORD = Pattern.compile("\\{\\w+}[ \u00a0](\\p{L}+)");
    private static final Pattern SHORTENED = Pattern.compile("\\b(?:шт|зап|pcs)\\.", Pattern.UNICODE_CHARACTER_CLASS);

    /** Staff's and guests'. */
    private static Map<String, String> texts(Locale language) {
        Map<String, String> all = new HashMap<>(Texts.load(language));
        all.putAll(GuestTexts.load(language));
        return all;
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void whatIsCountedHasTheFormsThatSomebodyHasRead(Locale language) {
        assertThat(texts(language).values().stream()
                        .flatMap(text -> COUNTED.matcher(text).results())
                        .map(counted -> counted.group(2)))
                .containsAll(nouns(language))
                .isSubsetOf(nouns(language));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyWordThatGoesWithANumberHasAFormForEach(Locale language) {
        int forms = 1 + grammar(language).stream().max(Integer::compare).orElseThrow();
        assertThat(texts(language))
                .allSatisfy((key, text) -> assertThat(FORMS.matcher(text).results())
                        .allSatisfy(found ->
                                assertThat(found.group(1).split("\\|", -1)).hasSize(forms)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextIsRightForNoneOneTwoFiveElevenAndTwentyOne(Locale language) {
        assertThat(texts(language))
                .allSatisfy((key, text) ->
                        COUNTED.matcher(text).results().forEach(counted -> checkAll(language, text, counted)));
    }

    private static void checkAll(Locale language, String text, MatchResult counted) {
        for (int i = 0; i < NUMBERS.size(); i++) {
            int number = NUMBERS.get(i);
            String form = counted.group(2).split("\\|", -1)[grammar(language).get(i)];
            assertThat(TextTemplate.fill(text, language, place -> number))
                    .containsPattern("\\b" + number + "[ \u00a0]" + form)
                    .doesNotContain("|");
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noNumberStandsBesideANounThatDoesNotFollowIt(Locale language) {
        Set<String> nouns = nouns(language).stream()
                .flatMap(forms -> Arrays.stream(forms.split("\\|", -1)))
                .flatMap(form -> Stream.of(form.split(" ", -1)[0]))
                .collect(Collectors.toSet());
        assertThat(texts(language)).allSatisfy((key, text) -> {
            assertThat(BESIDE_A_WORD.matcher(text).results().map(found -> found.group(1)))
                    .doesNotContainAnyElementsOf(nouns);
            assertThat(text).doesNotContainPattern(SHORTENED);
        });
    }

    @Test
    void aNumberInANamedPlaceCountsToo() {
        assertThat(new Texts().find(Texts.RUSSIAN, "journal.token.issued", place -> 21L))
                .contains("Выдан 21 токен");
    }

    private static List<Integer> grammar(Locale language) {
        return Objects.requireNonNull(GRAMMAR.get(language));
    }

    private static Set<String> nouns(Locale language) {
        return Objects.requireNonNull(NOUNS.get(language));
    }
}
