package dev.propusk.base.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.propusk.base.Texts;
import java.lang.Character.UnicodeScript;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What guests read is whole in each of their languages, and each of them is answered in one that they read. */
class GuestTextsTest {
    static final List<Locale> LANGUAGES = GuestTexts.LANGUAGES;
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");
    private static final Pattern NO_LANGUAGE = Pattern.compile("\\{\\w+|Wi-Fi|'[^']*'");

    private static final Map<String, UnicodeScript> SCRIPTS = Map.of(
            "ru", UnicodeScript.CYRILLIC,
            "tg", UnicodeScript.CYRILLIC,
            "kk", UnicodeScript.CYRILLIC,
            "ky", UnicodeScript.CYRILLIC,
            "mn", UnicodeScript.CYRILLIC,
            "zh", UnicodeScript.HAN,
            "ar", UnicodeScript.ARABIC,
            "fa", UnicodeScript.ARABIC,
            "hy", UnicodeScript.ARMENIAN,
            "hi", UnicodeScript.DEVANAGARI);

    private final GuestTexts texts = new GuestTexts();

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasTheSameTextsWithTheSamePlaces(Locale language) {
        Map<String, String> russian = GuestTexts.load(Texts.RUSSIAN);
        assertThat(GuestTexts.load(language))
                .hasSameSizeAs(russian)
                .allSatisfy((key, text) ->
                        assertThat(places(text)).as(key).isEqualTo(places(russian.getOrDefault(key, "?"))));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextIsInTheScriptOfItsLanguageAlone(Locale language) {
        UnicodeScript script = SCRIPTS.getOrDefault(language.getLanguage(), UnicodeScript.LATIN);
        assertThat(GuestTexts.load(language))
                .allSatisfy((key, text) -> assertThat(scripts(key.equals("portal.date") ? "" : text))
                        .as(key)
                        .isSubsetOf(script, UnicodeScript.COMMON, UnicodeScript.INHERITED));
    }

    @Test
    void noTextIsLeftInAnotherLanguage() {
        assertThat(GuestTexts.load(Texts.RUSSIAN).keySet())
                .filteredOn(key -> !key.equals("portal.date"))
                .allSatisfy(key -> assertThat(LANGUAGES.stream()
                                .map(one -> GuestTexts.load(one).get(key))
                                .toList())
                        .as(key)
                        .satisfiesAnyOf(
                                all -> assertThat(all).doesNotHaveDuplicates(),
                                all -> assertThat(all)
                                        .allSatisfy(text -> assertThat(text).hasSizeLessThan(20))));
    }

    @ParameterizedTest
    @CsvSource({
        "ka;ru;en, ru",
        "de-CH, de",
        "zh-TW, zh-Hans",
        "zh-Hans-CN;en, zh-Hans",
        "uz-Cyrl-UZ, uz",
        "fr;es, en",
        "be, ru",
        "'', en",
        "fa-AF, fa",
        "x, en"
    })
    void aGuestIsAnsweredInTheFirstLanguageThatTheyReadElseInEnglish(String read, String answered) {
        List<Locale> languages =
                Arrays.stream(read.split(";", -1)).map(Locale::forLanguageTag).toList();
        assertThat(texts.closest(languages).toLanguageTag()).isEqualTo(answered);
        assertThat(texts.closest(List.of())).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void aMomentHasItsDayAndHourInDigitsThatEverybodyReads(Locale language) {
        String moment = DateTimeFormatter.ofPattern(texts.get(language, "portal.date"), language)
                .format(LocalDateTime.of(2026, 12, 31, 23, 45));
        assertThat(moment).contains("2026", "31", "23:45");
    }

    @Test
    void arabicAndPersianRunFromRightToLeft() {
        assertThat(LANGUAGES.stream()
                        .filter(one -> GuestTexts.direction(one).equals("rtl"))
                        .map(Locale::getLanguage))
                .containsExactly("ar", "fa");
    }

    @Test
    void countedWordsFollowTheirLanguagesRules() {
        assertAll(
                () -> assertThat(missing("ru", 2)).startsWith("Не хватает 2 цифр:"),
                () -> assertThat(missing("ru", 1)).startsWith("Не хватает 1 цифры:"),
                () -> assertThat(missing("de", 1)).startsWith("Es fehlt 1 Ziffer:"),
                () -> assertThat(missing("de", 2)).startsWith("Es fehlen 2 Ziffern:"),
                () -> assertThat(missing("hi", 1)).startsWith("1 अंक कम है:"),
                () -> assertThat(missing("zh", 5)).startsWith("还差 5 位数字"));
    }

    private String missing(String language, int digits) {
        return texts.get(Locale.of(language), "portal.error.short", digits);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Set<UnicodeScript> scripts(String text) {
        return NO_LANGUAGE
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toSet());
    }
}
