package dev.propusk.token.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** In which of two formats a caller wants a list: JSON, unless a table is what {@code Accept} asks for. */
final class Formats {
    static final String CSV = "text/csv";
    private static final MediaType TABLE = MediaType.parseMediaType(CSV);

    private Formats() {}

    static boolean isCsvWanted(HttpServletRequest request) {
        List<MediaType> wanted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        double table = named(wanted, TABLE);
        double json = named(wanted, MediaType.APPLICATION_JSON);
        if (table > 0 || json > 0) {
            return table > json;
        }
        return !wanted.isEmpty() && wanted.stream().noneMatch(range -> range.includes(MediaType.APPLICATION_JSON));
    }

    private static double named(List<MediaType> wanted, MediaType type) {
        return wanted.stream()
                .filter(type::equalsTypeAndSubtype)
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }
}
