package dev.propusk.sheet;

import dev.propusk.base.Texts;
import java.util.List;
import java.util.Locale;

/** In which languages a sheet speaks. */
public enum SheetLanguage {
    RUSSIAN(Texts.RUSSIAN),
    ENGLISH(Texts.ENGLISH),
    /** Russian and English on each coupon, which takes more room. */
    BOTH(Texts.RUSSIAN, Texts.ENGLISH);

    private final List<Locale> locales;

    SheetLanguage(Locale... locales) {
        this.locales = List.of(locales);
    }

    public List<Locale> locales() {
        return locales;
    }
}
