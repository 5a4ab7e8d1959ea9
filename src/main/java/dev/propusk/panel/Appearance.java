package dev.propusk.panel;

import com.vaadin.flow.component.page.ColorScheme;
import dev.propusk.web.ChoiceCookies;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark: as the system has it, unless a person chose. */
enum Appearance {
    SYSTEM(ColorScheme.Value.LIGHT_DARK),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    private static final String COOKIE = "propusk-appearance";

    private final ColorScheme.Value scheme;

    Appearance(ColorScheme.Value scheme) {
        this.scheme = scheme;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    static Appearance chosen(Cookie @Nullable [] cookies) {
        return ChoiceCookies.of(cookies, COOKIE)
                .flatMap(value -> Arrays.stream(values())
                        .filter(one -> one.cookieValue().equals(value))
                        .findFirst())
                .orElse(SYSTEM);
    }

    void remember() {
        ChoiceCookies.remember(COOKIE, cookieValue());
    }

    private String cookieValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
