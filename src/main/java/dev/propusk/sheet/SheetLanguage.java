package dev.propusk.sheet;

import dev.propusk.base.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In which languages a sheet speaks.
 *
 * @param locales one; or two, both on each coupon, which takes more room
 */
public record SheetLanguage(List<Locale> locales) {
    public static final SheetLanguage RUSSIAN = new SheetLanguage(List.of(Texts.RUSSIAN));
    public static final SheetLanguage ENGLISH = new SheetLanguage(List.of(Texts.ENGLISH));
    public static final SheetLanguage BOTH = new SheetLanguage(List.of(Texts.RUSSIAN, Texts.ENGLISH));

    /** The words by which they have always been known; any other language is known by its tag. */
    private static final Map<String, SheetLanguage> NAMED =
            Map.of("RUSSIAN", RUSSIAN, "ENGLISH", ENGLISH, "BOTH", BOTH);

    public SheetLanguage {
        locales = List.copyOf(locales);
    }

    /** What may be chosen: each of these languages, and the two together. */
    public static List<SheetLanguage> among(List<Locale> languages) {
        return Stream.concat(languages.stream().map(language -> new SheetLanguage(List.of(language))), Stream.of(BOTH))
                .toList();
    }

    /** By its {@link #name}. */
    public static SheetLanguage of(String name) {
        SheetLanguage named = NAMED.get(name);
        return named == null ? new SheetLanguage(List.of(Locale.forLanguageTag(name))) : named;
    }

    /** As it stands in the database and in the journal: {@code RUSSIAN}, or a language's tag. */
    public String name() {
        return NAMED.entrySet().stream()
                .filter(one -> one.getValue().equals(this))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> locales.getFirst().toLanguageTag());
    }

    public boolean isOfTwo() {
        return locales.size() > 1;
    }

    @Override
    public String toString() {
        return name();
    }
}
