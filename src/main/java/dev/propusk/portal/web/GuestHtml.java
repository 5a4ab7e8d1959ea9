package dev.propusk.portal.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer with a page for guests: nobody keeps it, it runs no script, and its forms go where they are meant to. */
final class GuestHtml {
    private GuestHtml() {}

    static ResponseEntity.BodyBuilder of(HttpStatus status) {
        return of(status, List.of());
    }

    /** @param places where a form of the page may go beside here: schemes, hosts and ports */
    static ResponseEntity.BodyBuilder of(HttpStatus status, Collection<String> places) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; form-action "
                                + Stream.concat(Stream.of("'self'"), places.stream())
                                        .collect(Collectors.joining(" "))
                                + "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    }
}
