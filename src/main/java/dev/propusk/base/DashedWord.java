package dev.propusk.base;

import java.util.Locale;

/** How an enum's constant is called in addresses, metrics and the journal: {@code WRONG_CODE} is {@code wrong-code}. */
public final class DashedWord {
    private DashedWord() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
