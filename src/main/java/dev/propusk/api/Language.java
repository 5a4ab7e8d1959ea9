package dev.propusk.api;

import dev.propusk.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The language that a caller asks for by {@code Accept-Language} (RFC 4647, lookup): Russian unless it is English. */
public final class Language {
    private Language() {}

    public static Locale of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return Texts.RUSSIAN;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Texts.RUSSIAN, Texts.ENGLISH));
            return Texts.closest(found);
        } catch (IllegalArgumentException e) {
            return Texts.RUSSIAN;
        }
    }
}
