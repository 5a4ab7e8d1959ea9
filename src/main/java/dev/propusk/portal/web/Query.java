package dev.propusk.portal.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query that a gateway led the browser here with. What it signed ends with {@code md}; what we add stands behind that
 * and never changes it.
 */
record Query(String raw) {
    private static final String SIGNATURE = "&md=";
    private static final String LANGUAGE = "lang";
    private static final int LONGEST = 4_000;

    static Query of(@Nullable String raw) {
        return new Query(raw == null || raw.length() > LONGEST ? "" : raw);
    }

    /** The last value of this parameter, whoever wrote it. */
    Optional<String> value(String name) {
        return values(raw, name).reduce((first, last) -> last).flatMap(Query::decoded);
    }

    /**
     * What says something about the device or the way back to its gateway. Of a signed query only what was signed counts, and
     * only if it was said once: what stands behind the signature could have been written by anybody.
     */
    Optional<String> vouched(String name) {
        if (!isSigned()) {
            return value(name);
        }
        List<String> signed = values(signed(), name).toList();
        return signed.size() == 1 ? decoded(signed.getFirst()) : Optional.empty();
    }

    private static Stream<String> values(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1));
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

    /** The same with another language chosen. */
    String in(String language) {
        int end = isSigned() ? endOfSignature() : 0;
        String rest = Arrays.stream(raw.substring(end).split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith(LANGUAGE + "="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
        return "?" + raw.substring(0, end) + (end == 0 ? "" : "&") + rest + LANGUAGE + "=" + language;
    }

    /** Only what was signed, and the language: for a form that sends the rest itself. */
    String signedIn(String language) {
        return "?" + (isSigned() ? raw.substring(0, endOfSignature()) + "&" : "") + LANGUAGE + "=" + language;
    }

    /** The same with a value put behind all others. */
    Query with(String name, String value) {
        String part = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new Query(raw.isEmpty() ? part : raw + "&" + part);
    }

    private int endOfSignature() {
        int end = raw.indexOf('&', raw.indexOf(SIGNATURE) + SIGNATURE.length());
        return end < 0 ? raw.length() : end;
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
