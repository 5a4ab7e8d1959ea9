package dev.propusk.gateway.web;

import dev.propusk.base.NetworkAddress;
import dev.propusk.base.Places;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.RadiusGateways;
import dev.propusk.gateway.RadiusGateways.Shared;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Choice;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.trial.Trials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

    private final RadiusGateways gateways;
    private final RefusedRequests refused;
    private final GatewayPlaces places;
    private final Contacts contacts;
    private final Trials trials;

    RadiusOrigins(
            RadiusGateways gateways, RefusedRequests refused, GatewayPlaces places, Contacts contacts, Trials trials) {
        this.gateways = gateways;
        this.refused = refused;
        this.places = places;
        this.contacts = contacts;
        this.trials = trials;
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

    /** Whoever showed the key. */
    static Object caller() {
        return Objects.requireNonNull(
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
                        .getPrincipal());
    }

    /** Empty: nobody's packet, which is noted. */
    Optional<Asking> gateway(RadiusRequest packet, HttpServletRequest call, HttpServletResponse response) {
        if (caller() instanceof GatewayCaller gateway) {
            return Optional.of(new Asking(gateway, HAS_ITS_OWN));
        }
        Asked asked = AskedReader.read(packet);
        Choice<GatewayCaller> choice =
                source(call).map(from -> gateways.asking(from, asked)).orElse(Choice.nobody(Refusal.UNKNOWN_ADDRESS));
        noteRefusal(choice, call, asked);
        choice.chosen().ifPresent(one -> GatewaySignIn.as(CallerAuthentication.of(one), call, response));
        return choice.chosen().map(one -> new Asking(one, places.take(one.gateway())));
    }

    /** The RADIUS secret of whoever speaks from there, or tries from there; empty: nobody, which is noted. */
    Optional<String> secret(HttpServletRequest call) {
        Choice<Shared> choice = source(call).map(gateways::secretAt).orElse(Choice.nobody(Refusal.UNKNOWN_ADDRESS));
        Optional<String> ofATrial =
                choice.refusal().filter(Refusal.UNKNOWN_ADDRESS::equals).isPresent()
                        ? source(call).flatMap(trials::secretFor)
                        : Optional.empty();
        if (ofATrial.isEmpty()) {
            noteRefusal(choice, call, Asked.NOTHING);
        }
        choice.chosen().map(Shared::theirs).filter(there -> there.size() == 1).ifPresent(there -> note(there, call));
        return choice.chosen().map(Shared::secret).or(() -> ofATrial);
    }

    /** Of several at one address, nobody can tell yet whose packet it is. */
    private void note(List<GatewayCaller> there, HttpServletRequest call) {
        GatewayCaller only = there.getFirst();
        contacts.note(
                only.contract(),
                only.gateway(),
                Contact.SECRET_ASKED,
                Sender.of(source(call).map(NetworkAddress::shown), Optional.empty()));
    }

    private void noteRefusal(Choice<?> choice, HttpServletRequest call, Asked asked) {
        choice.refusal()
                .ifPresent(why ->
                        refused.note(source(call).map(NetworkAddress::toString).orElse("–"), asked, why));
    }

    static Optional<NetworkAddress> source(HttpServletRequest call) {
        return Optional.ofNullable(call.getHeader(SOURCE)).flatMap(NetworkAddress::read);
    }
}
