package dev.propusk.api;

import dev.propusk.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The language that a caller asks for by {@code Accept-Language} (RFC 4647, lookup). */
public final class Language {
    private Language() {}

    /** One that the texts have. */
    public static Locale of(HttpServletRequest request, Texts texts) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return texts.closest(null);
        }
        try {
            return texts.closest(Locale.lookup(Locale.LanguageRange.parse(header), texts.getProvidedLocales()));
        } catch (IllegalArgumentException e) {
            return texts.closest(null);
        }
    }
}
