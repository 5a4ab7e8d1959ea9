package dev.propusk.web;

import dev.propusk.base.Texts;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language that a person chose for this browser. */
public final class ChosenLanguage {
    public static final String COOKIE = "propusk-language";

    private ChosenLanguage() {}

    public static Optional<Locale> of(Cookie @Nullable [] cookies, Texts texts) {
        return ChoiceCookies.of(cookies, COOKIE).map(value -> texts.closest(Locale.forLanguageTag(value)));
    }
}
