package dev.propusk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/** How somebody sees a page: in which language, how wide, in the light or in the dark. */
public record Look(String language, int width, ColorScheme light) {
    private static final int WIDE = 1280;
    private static final int NARROW = 360;

    /** All that are taken by {@code -Dpropusk.all-looks=true}. */
    public static Stream<Look> all() {
        return Stream.of("ru-RU", "en-US")
                .flatMap(language -> Stream.of(WIDE, NARROW)
                        .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(light -> new Look(language, width, light))));
    }

    /** Two in which everything comes once. */
    public static Stream<Look> two() {
        return Stream.of(new Look("ru-RU", WIDE, ColorScheme.LIGHT), new Look("en-US", NARROW, ColorScheme.DARK));
    }

    public boolean isRussian() {
        return language.startsWith("ru");
    }

    public boolean isNarrow() {
        return width == NARROW;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public BrowserContext in(TestBrowser browser) {
        return browser.context(language, width, light);
    }

    /** {@code ru-light-1280}. */
    @Override
    public String toString() {
        return locale().getLanguage() + "-" + light.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
