package dev.propusk.portal.web;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.portal.Portal;
import dev.propusk.portal.PortalAnswer;
import dev.propusk.portal.PortalAnswer.Done;
import dev.propusk.portal.PortalAnswer.Refused;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The portal's one page: it asks, and it answers. */
@Controller
@RequestMapping("/portal/{slug}")
class PortalController {
    private final Portal portal;
    private final PortalPages pages;

    PortalController(Portal portal, PortalPages pages) {
        this.portal = portal;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> ask(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String mac,
            @RequestParam(required = false) @Nullable String lang,
            Locale browser) {
        Locale locale = language(lang, browser);
        return portal.network(slug)
                .map(network -> html(HttpStatus.OK, pages.question(network, locale, device(network, mac))))
                .orElseGet(() -> html(HttpStatus.NOT_FOUND, pages.unknownNetwork(locale)));
    }

    @PostMapping
    ResponseEntity<String> answer(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam(required = false) @Nullable String mac,
            @RequestParam(required = false) @Nullable String lang,
            Locale browser) {
        Locale locale = language(lang, browser);
        return portal.network(slug)
                .map(network -> answer(network, locale, identifier, mac))
                .orElseGet(() -> html(HttpStatus.NOT_FOUND, pages.unknownNetwork(locale)));
    }

    private ResponseEntity<String> answer(Contract network, Locale locale, String identifier, @Nullable String mac) {
        Optional<MacAddress> device = device(network, mac);
        PortalAnswer answer = portal.identify(network, identifier, mac);
        return switch (answer) {
            case Done done -> html(HttpStatus.OK, pages.done(network, locale, device, done.identified()));
            case Refused refused ->
                html(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        pages.refusal(network, locale, device, identifier, refused.problem()));
        };
    }

    private Optional<MacAddress> device(Contract network, @Nullable String mac) {
        return portal.believed(network, mac);
    }

    private static Locale language(@Nullable String chosen, Locale browser) {
        return chosen == null ? browser : Locale.forLanguageTag(chosen);
    }

    private static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'")
                .body(page);
    }
}
