package dev.propusk.gateway.web;

import dev.propusk.base.NetworkAddress;
import dev.propusk.base.Places;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.RadiusGateways;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Choice;
import dev.propusk.gateway.origin.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells for which gateway FreeRADIUS asks: by the gateway's own key, or by where the packet came from and what it says. */
@Component
class RadiusOrigins {
    /** Where a packet came from, as FreeRADIUS saw it. */
    static final String SOURCE = "X-Radius-Source";

    private static final Places.Place HAS_ITS_OWN = () -> {};
    private static final Asked NOTHING = Asked.by(Optional.empty());

    private final RadiusGateways gateways;
    private final RefusedRequests refused;
    private final GatewayPlaces places;

    RadiusOrigins(RadiusGateways gateways, RefusedRequests refused, GatewayPlaces places) {
        this.gateways = gateways;
        this.refused = refused;
        this.places = places;
    }

    /**
     * A gateway that asks, and its place among the calls at once; to be closed.
     *
     * @param gateway from here on the one who calls
     */
    record Asking(GatewayCaller gateway, Places.Place place) implements AutoCloseable {
        @Override
        public void close() {
            place.close();
        }
    }

    /** Empty: nobody's packet, which is noted. */
    Optional<Asking> gateway(RadiusRequest packet, HttpServletRequest call, HttpServletResponse response) {
        Object caller = Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication())
                .getPrincipal();
        if (caller instanceof GatewayCaller gateway) {
            return Optional.of(new Asking(gateway, HAS_ITS_OWN));
        }
        Asked asked = AskedReader.read(packet);
        Choice<GatewayCaller> choice =
                source(call).map(from -> gateways.asking(from, asked)).orElse(Choice.nobody(Refusal.UNKNOWN_ADDRESS));
        noteRefusal(choice, call, asked);
        choice.chosen().ifPresent(one -> GatewaySignIn.as(CallerAuthentication.of(one), call, response));
        return choice.chosen().map(one -> new Asking(one, places.take(one.gateway())));
    }

    /** The RADIUS secret of whoever speaks from there; empty: nobody, which is noted. */
    Optional<String> secret(HttpServletRequest call) {
        Choice<String> choice = source(call).map(gateways::secretAt).orElse(Choice.nobody(Refusal.UNKNOWN_ADDRESS));
        noteRefusal(choice, call, NOTHING);
        return choice.chosen();
    }

    private void noteRefusal(Choice<?> choice, HttpServletRequest call, Asked asked) {
        choice.refusal()
                .ifPresent(why ->
                        refused.note(source(call).map(NetworkAddress::toString).orElse("–"), asked, why));
    }

    private static Optional<NetworkAddress> source(HttpServletRequest call) {
        return Optional.ofNullable(call.getHeader(SOURCE)).flatMap(NetworkAddress::read);
    }
}
