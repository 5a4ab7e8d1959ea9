package dev.propusk.sheet;

import dev.propusk.base.Texts;
import java.util.List;
import java.util.Locale;

/** In which languages a sheet speaks. */
public enum SheetLanguage {
    RUSSIAN,
    ENGLISH,
    /** Russian and English on each coupon, which takes more room. */
    BOTH;

    public List<Locale> locales() {
        return switch (this) {
            case RUSSIAN -> List.of(Texts.RUSSIAN);
            case ENGLISH -> List.of(Texts.ENGLISH);
            case BOTH -> List.of(Texts.RUSSIAN, Texts.ENGLISH);
        };
    }
}
