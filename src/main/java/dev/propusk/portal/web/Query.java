package dev.propusk.portal.web;

import dev.propusk.gateway.redirect.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * The address that a gateway led the browser to. What it signed ends with {@code md}; what we add stands behind that and never
 * changes it.
 *
 * @param path as the browser asked for it
 * @param raw what stands behind the question mark
 * @param browser the languages that the browser asks for, best first
 */
record Query(String path, String raw, List<Locale> browser) {
    private static final String SIGNATURE = "&md=";
    private static final String LANGUAGE = "lang";
    private static final int LONGEST = 4_000;

    static Query of(HttpServletRequest request) {
        String raw = request.getQueryString();
        return new Query(request.getRequestURI(), raw == null || raw.length() > LONGEST ? "" : raw, languages(request));
    }

    /** None where it names none: the machine's own is nobody's wish. */
    private static List<Locale> languages(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? List.of()
                : Collections.list(request.getLocales());
    }

    /** The last value of this parameter, whoever wrote it. */
    Optional<String> value(String name) {
        return values(raw, name).stream().reduce((first, last) -> last);
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /**
     * What says something about the device or the way back to its gateway. Of a signed query only what was signed counts: what
     * stands behind the signature could have been written by anybody.
     */
    Parameters vouched() {
        String counts = isSigned() ? signed() : raw;
        return name -> values(counts, name);
    }

    private static List<String> values(String query, String name) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> decoded(part[0]).equals(name))
                .map(part -> part.length == 1 ? "" : decoded(part[1]))
                .toList();
    }

    boolean isSigned() {
        return raw.contains(SIGNATURE);
    }

    /** What was signed. */
    String signed() {
        return raw.substring(0, raw.indexOf(SIGNATURE));
    }

    /** The signature, as it was written. */
    String signature() {
        return raw.substring(raw.indexOf(SIGNATURE) + SIGNATURE.length(), endOfSignature());
    }

    /** Those that the guest reads, best first: the one that was chosen, then what the browser asks for. */
    List<Locale> languages() {
        return Stream.concat(value(LANGUAGE).map(Locale::forLanguageTag).stream(), browser.stream())
                .toList();
    }

    /** The address with another language chosen. */
    String in(String language) {
        return put(LANGUAGE, language).address();
    }

    String address() {
        return path + "?" + raw;
    }

    /** The same with this as the only value of a parameter of our own, which stands behind what was signed. */
    Query put(String name, String value) {
        int end = isSigned() ? endOfSignature() : 0;
        String rest = Arrays.stream(raw.substring(end).split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(name + "="))
                .collect(Collectors.joining("&"));
        return new Query(path, end == 0 ? rest : raw.substring(0, end) + (rest.isEmpty() ? "" : "&" + rest), browser)
                .with(name, value);
    }

    /** The same with a value put behind all others. */
    Query with(String name, String value) {
        String part = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new Query(path, raw.isEmpty() ? part : raw + "&" + part, browser);
    }

    private int endOfSignature() {
        int end = raw.indexOf('&', raw.indexOf(SIGNATURE) + SIGNATURE.length());
        return end < 0 ? raw.length() : end;
    }

    /** What can't be decoded is as it was written. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
