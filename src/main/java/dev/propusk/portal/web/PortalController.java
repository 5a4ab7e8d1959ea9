package dev.propusk.portal.web;

import dev.propusk.contract.Contract;
import dev.propusk.contract.TrialLinks;
import dev.propusk.gateway.guest.HandBack;
import dev.propusk.identification.RejectionPace;
import dev.propusk.portal.Portal;
import dev.propusk.portal.PortalOutcome;
import dev.propusk.portal.PortalOutcome.Done;
import dev.propusk.portal.PortalOutcome.Refused;
import dev.propusk.portal.PortalOutcome.Slowed;
import dev.propusk.portal.PortalOutcome.Unfinished;
import dev.propusk.portal.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private static final List<String> FIELDS = List.of("mac", "login", TrialLinks.PARAMETER);
    private static final String[] NONE = {};

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

    /** Below the network's own address there are others, which equipment puts behind it. */
    @GetMapping({"", "/**"})
    ResponseEntity<String> ask(@PathVariable String slug, HttpServletRequest request) {
        Query query = Query.of(request);
        return portal.network(slug)
                .map(network -> visits.read(network, query, request))
                .map(visit -> page(visit, query, "", portal.open(visit)))
                .orElseGet(() -> unknown(query));
    }

    /** Where a gateway leads a device whose time is over. */
    @GetMapping("/over")
    ResponseEntity<String> over(@PathVariable String slug, HttpServletRequest request) {
        Query query = Query.of(request);
        return portal.network(slug)
                .map(network -> visits.read(network, query, request))
                .map(visit -> page(visit, query, "", portal.over(visit)))
                .orElseGet(() -> unknown(query));
    }

    @PostMapping({"", "/**"})
    Object answer(
            @PathVariable String slug, @RequestParam(defaultValue = "") String identifier, HttpServletRequest request) {
        long arrival = pace.arrival();
        Query query = sent(request);
        Optional<Contract> network = portal.network(slug);
        if (network.isEmpty()) {
            return unknown(query);
        }
        Visit visit = visits.answering(network.get(), query, request);
        PortalOutcome answer = portal.identify(visit, identifier);
        ResponseEntity<String> page = page(visit, query, identifier, answer);
        return answer instanceof Refused ? pace.hold(arrival, page) : page;
    }

    /** What the address does not say may stand in the form, unless a gateway has signed what it says. */
    private static Query sent(HttpServletRequest request) {
        Query query = Query.of(request);
        Map<String, String[]> sent = query.isSigned() ? Map.of() : request.getParameterMap();
        for (String name : FIELDS) {
            String[] values = query.has(name) ? NONE : sent.getOrDefault(name, NONE);
            for (String value : values) {
                query = query.with(name, value);
            }
        }
        return query;
    }

    private ResponseEntity<String> page(Visit visit, Query query, String typed, PortalOutcome answer) {
        String page = pages.write(visit, query, typed, answer);
        return switch (answer) {
            case Refused _, Unfinished _ ->
                GuestHtml.of(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
            case Slowed slowed ->
                GuestHtml.of(HttpStatus.TOO_MANY_REQUESTS)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                Long.toString(
                                        slowed.retryAfter().plusMillis(999).toSeconds()))
                        .body(page);
            case Done done -> GuestHtml.of(HttpStatus.OK, formsOf(done)).body(page);
            default -> GuestHtml.of(HttpStatus.OK).body(page);
        };
    }

    /** A form on the page may lead into the gateway, to whatever is set for it and nowhere else. */
    private static List<String> formsOf(Done done) {
        return done.handBack().filter(HandBack::isForm).map(HandBack::places).orElse(List.of());
    }

    private ResponseEntity<String> unknown(Query query) {
        return GuestHtml.of(HttpStatus.NOT_FOUND).body(pages.unknownNetwork(query));
    }
}
