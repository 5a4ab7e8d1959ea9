package dev.propusk.portal.web;

import dev.propusk.contract.Contract;
import dev.propusk.contract.TrialLinks;
import dev.propusk.identification.RejectionPace;
import dev.propusk.portal.Portal;
import dev.propusk.portal.PortalOutcome;
import dev.propusk.portal.PortalOutcome.Over;
import dev.propusk.portal.PortalOutcome.Refused;
import dev.propusk.portal.PortalOutcome.Slowed;
import dev.propusk.portal.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
    private final Visits visits;
    private final RejectionPace pace;

    PortalController(Portal portal, PortalPages pages, Visits visits, RejectionPace pace) {
        this.portal = portal;
        this.pages = pages;
        this.visits = visits;
        this.pace = pace;
    }

    @GetMapping
    ResponseEntity<String> ask(@PathVariable String slug, Locale browser, HttpServletRequest request) {
        Query query = Query.of(request.getQueryString());
        return portal.network(slug)
                .map(network -> visits.read(network, query, request))
                .map(visit -> page(visit, query, browser, "", portal.open(visit)))
                .orElseGet(() -> unknown(query, browser));
    }

    /** Where a gateway leads a device whose time is over. */
    @GetMapping("/over")
    ResponseEntity<String> over(@PathVariable String slug, Locale browser, HttpServletRequest request) {
        Query query = Query.of(request.getQueryString());
        return portal.network(slug)
                .map(network -> visits.read(network, query, request))
                .map(visit -> page(visit, query, browser, "", new Over(Optional.empty())))
                .orElseGet(() -> unknown(query, browser));
    }

    @PostMapping
    CompletableFuture<ResponseEntity<String>> answer(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String identifier,
            Locale browser,
            HttpServletRequest request) {
        long arrival = pace.arrival();
        Query query = sent(request);
        Optional<Contract> network = portal.network(slug);
        if (network.isEmpty()) {
            return CompletableFuture.completedFuture(unknown(query, browser));
        }
        Visit visit = visits.read(network.get(), query, request);
        PortalOutcome answer = portal.identify(visit, identifier);
        ResponseEntity<String> page = page(visit, query, browser, identifier, answer);
        return answer instanceof Refused ? pace.hold(arrival, page) : CompletableFuture.completedFuture(page);
    }

    /** The form's own fields stand behind what the gateway signed. */
    private static Query sent(HttpServletRequest request) {
        Query query = Query.of(request.getQueryString());
        for (String name : new String[] {"mac", "login", TrialLinks.PARAMETER}) {
            String value = query.isSigned() ? null : last(request, name);
            query = value == null ? query : query.with(name, value);
        }
        return query;
    }

    private static @Nullable String last(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length == 0 ? null : values[values.length - 1];
    }

    private ResponseEntity<String> page(Visit visit, Query query, Locale browser, String typed, PortalOutcome answer) {
        String page = pages.write(visit, query, language(query, browser), typed, answer);
        return switch (answer) {
            case Refused refused -> html(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
            case Slowed slowed ->
                html(HttpStatus.TOO_MANY_REQUESTS)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(
                                        slowed.retryAfter().plusMillis(999).toSeconds()))
                        .body(page);
            default -> html(HttpStatus.OK).body(page);
        };
    }

    private ResponseEntity<String> unknown(Query query, Locale browser) {
        return html(HttpStatus.NOT_FOUND).body(pages.unknownNetwork(language(query, browser)));
    }

    private static Locale language(Query query, Locale browser) {
        return query.value("lang").map(Locale::forLanguageTag).orElse(browser);
    }

    private static ResponseEntity.BodyBuilder html(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                                + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    }
}
