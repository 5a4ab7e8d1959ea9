package dev.propusk.portal.web;

import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contracts;
import dev.propusk.gateway.guest.CrossContractRedirects;
import dev.propusk.gateway.redirect.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Guests whom equipment led to no network's portal: to that of the network where they are, never to the staff's pages. */
@Controller
class StrayGuests {
    private final CrossContractRedirects redirects;
    private final Contracts contracts;
    private final PortalPages pages;

    StrayGuests(CrossContractRedirects redirects, Contracts contracts, PortalPages pages) {
        this.redirects = redirects;
        this.contracts = contracts;
        this.pages = pages;
    }

    /** UniFi appends {@code /guest/s/} and its site to what is set, which may be the host alone. */
    @RequestMapping(
            path = {"/guest/**", "/portal", "/portal/"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> lead(HttpServletRequest request) {
        Query query = Query.of(request);
        return redirects
                .network(Redirect.read(query.vouched()), NetworkAddress.parse(request.getRemoteAddr()))
                .map(contracts::get)
                .map(network -> ResponseEntity.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, "/portal/" + network.slug() + "?" + query.raw())
                        .cacheControl(CacheControl.noStore())
                        .body(""))
                .orElseGet(() -> GuestHtml.of(HttpStatus.NOT_FOUND).body(pages.unknownNetwork(query)));
    }
}
