package dev.propusk.portal.web;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.TrialLinks;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.guest.GatewayRedirects;
import dev.propusk.gateway.guest.RedirectLinks;
import dev.propusk.gateway.redirect.Led;
import dev.propusk.gateway.redirect.Redirect;
import dev.propusk.portal.Visit;
import dev.propusk.web.PublicSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads how a browser came to the portal: from a gateway, or by staff's own hand, for a trial. */
@Component
class Visits {
    private final GatewayRedirects redirects;
    private final RedirectLinks links;
    private final PublicSettings settings;
    private final TrialLinks trials;
    private final Returns returns;

    Visits(
            GatewayRedirects redirects,
            RedirectLinks links,
            PublicSettings settings,
            TrialLinks trials,
            Returns returns) {
        this.redirects = redirects;
        this.links = links;
        this.settings = settings;
        this.trials = trials;
        this.returns = returns;
    }

    Visit read(Contract network, Query query, HttpServletRequest request) {
        Led led = Redirect.read(query.vouched());
        Optional<MacAddress> named = led.device();
        Optional<GatewayCaller> signer = named.isPresent() ? signer(network, query, request) : Optional.empty();
        Optional<MacAddress> believed = named.filter(mac -> signer.isPresent() || network.believesLinkMac());
        return new Visit(
                network,
                believed.or(() -> ofTrial(network, query)).orElse(null),
                signer.orElse(null),
                NetworkAddress.parse(request.getRemoteAddr()),
                led,
                believed.flatMap(device -> returns.since(query, network, device))
                        .orElse(null),
                believed.map(device -> returns.page(query, network, device)).orElse(""));
    }

    private Optional<MacAddress> ofTrial(Contract network, Query query) {
        return query.value(TrialLinks.PARAMETER)
                .filter(trial -> trials.isOf(network.id(), trial))
                .map(trial -> TrialLinks.DEVICE);
    }

    private Optional<GatewayCaller> signer(Contract network, Query query, HttpServletRequest request) {
        if (!query.isSigned()) {
            return Optional.empty();
        }
        String address = settings.at(request.getRequestURI()) + "?" + query.signed();
        NetworkAddress client = NetworkAddress.parse(request.getRemoteAddr());
        return redirects
                .signer(network.id(), address, query.signature())
                .filter(gateway -> isStillIts(network, query.signature(), client));
    }

    /** Within its time, from where it was opened first, or from a gateway's own address, behind which the device stands. */
    private boolean isStillIts(Contract network, String md, NetworkAddress client) {
        return switch (links.open(network.id(), md, client)) {
            case VOUCHES -> true;
            case OVER -> false;
            case ELSEWHERE -> redirects.behind(network.id(), client).isPresent();
        };
    }
}
