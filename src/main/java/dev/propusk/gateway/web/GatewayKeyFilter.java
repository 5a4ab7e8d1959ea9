package dev.propusk.gateway.web;

import dev.propusk.base.Places;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.freeradius.RadiusServerKeys;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.key.KeysBefore;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.security.KeyRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a gateway or a FreeRADIUS server in by its key, with a few calls at once; whoever shows none stays nobody. */
final class GatewayKeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final ApplicationEventPublisher events;

    GatewayKeyFilter(Callers callers, ApplicationEventPublisher events) {
        this.callers = callers;
        this.events = events;
    }

    /** Who calls by the key, and the place among its calls at once. */
    record Known(CallerAuthentication caller, Supplier<Places.Place> place) {}

    /** Knows who calls by the key and from where it may come; and whose a key is that opens nothing. */
    @Component
    record Callers(
            GatewayKeys keys,
            KeysBefore before,
            RadiusServerKeys servers,
            GatewayPlaces places,
            Contacts contacts,
            RefusedRequests refused) {
        Optional<Known> find(String key, String address) {
            return keys.find(key, address)
                    .map(gateway -> new Known(CallerAuthentication.of(gateway), () -> places.take(gateway.gateway())))
                    .or(() -> servers.find(key, address)
                            .map(server -> new Known(
                                    CallerAuthentication.of(server), () -> places.takeForServer(server.server()))));
        }

        /** So that whoever set up the equipment sees what it shows. */
        void noteRefused(String key, String address) {
            Sender sender = new Sender(address, null);
            Optional<GatewayCaller> elsewhere = keys.find(key);
            Optional<KeysBefore.Owner> owner = keys.hash(key).flatMap(before::ownerOf);
            elsewhere.ifPresent(gateway ->
                    contacts.note(gateway.contract(), gateway.gateway(), Contact.KEY_FROM_ELSEWHERE, sender));
            owner.ifPresent(of -> contacts.note(of.contract(), of.gateway(), Contact.OLD_KEY, sender));
            if (elsewhere.isEmpty() && owner.isEmpty()) {
                refused.note(address, Asked.NOTHING, Refusal.WRONG_KEY);
            }
        }
    }

    @Override
    @SuppressWarnings("try")
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> key = key(request);
        Optional<Known> known = key.flatMap(shown -> callers.find(shown, request.getRemoteAddr()));
        if (known.isPresent()) {
            GatewaySignIn.as(known.get().caller(), request, response);
            try (Places.Place place = known.get().place().get()) {
                chain.doFilter(request, response);
            }
        } else {
            key.ifPresent(wrong -> {
                callers.noteRefused(wrong, request.getRemoteAddr());
                events.publishEvent(new KeyRefused("gateway", null, null, request.getRemoteAddr()));
            });
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
