package dev.propusk.base.guest;

import dev.propusk.base.Texts;
import java.awt.ComponentOrientation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Every text that guests see. The texts of a language stand in {@code texts/guests/<feature>_<language>.properties}, and may
 * hold what {@link Texts} has.
 */
@Component
public class GuestTexts {
    /** In the order in which a guest looks for theirs. */
    public static final List<Locale> LANGUAGES = Stream.of(
                    "ru", "en", "zh-Hans", "uz", "tg", "kk", "ky", "tr", "mn", "tk", "de", "ar", "fa", "hy", "az", "hi")
            .map(Locale::forLanguageTag)
            .toList();

    /** Languages that we don't speak, and what those who do read as well. */
    private static final Map<String, Locale> READ_AS_WELL = Map.of("be", Texts.RUSSIAN);

    private final Texts texts;

    @Autowired
    public GuestTexts() {
        this(LANGUAGES, GuestTexts::load);
    }

    /**
     * With other languages than those that are shipped.
     *
     * @param languages at least one
     * @param read finds a language's texts by their keys
     */
    public GuestTexts(List<Locale> languages, Function<Locale, Map<String, String>> read) {
        this.texts = new Texts(languages, read);
    }

    /** Of a language that has files. */
    public static Map<String, String> load(Locale language) {
        return Texts.load("texts/guests", language);
    }

    /** See {@link Texts#get}. */
    public String get(Locale locale, String key, @Nullable Object... values) {
        return texts.get(locale, key, values);
    }

    /** The first that we speak, of those that a guest reads, best first; English where there is none. */
    public Locale closest(List<Locale> read) {
        return read.stream().flatMap(one -> spoken(one).stream()).findFirst().orElse(Texts.ENGLISH);
    }

    private Optional<Locale> spoken(Locale asked) {
        return texts.getProvidedLocales().stream()
                .filter(one -> one.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .or(() -> Optional.ofNullable(READ_AS_WELL.get(asked.getLanguage())));
    }

    /** All but this one, in which a page may be read as well. */
    public List<Locale> others(Locale locale) {
        return texts.others(locale);
    }

    /** How lines run in this language, as HTML says it: {@code ltr} or {@code rtl}. */
    public static String direction(Locale locale) {
        return ComponentOrientation.getOrientation(locale).isLeftToRight() ? "ltr" : "rtl";
    }
}
