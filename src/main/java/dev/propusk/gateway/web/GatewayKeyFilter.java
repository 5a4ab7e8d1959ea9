package dev.propusk.gateway.web;

import dev.propusk.base.Places;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.freeradius.RadiusServerCaller;
import dev.propusk.gateway.freeradius.RadiusServers;
import dev.propusk.gateway.key.KeyAddresses;
import dev.propusk.security.KeyRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a gateway or a FreeRADIUS server in by its key, with a few calls at once; whoever shows none stays nobody. */
final class GatewayKeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final GatewayPlaces places;
    private final ApplicationEventPublisher events;

    GatewayKeyFilter(Callers callers, GatewayPlaces places, ApplicationEventPublisher events) {
        this.callers = callers;
        this.places = places;
        this.events = events;
    }

    /** Knows who calls by the key and from where it may come. */
    @Component
    record Callers(GatewayKeys keys, KeyAddresses addresses, RadiusServers servers) {
        Optional<GatewayCaller> gateway(String key, HttpServletRequest request) {
            return keys.find(key).filter(known -> addresses.admits(known.gateway(), request.getRemoteAddr()));
        }

        Optional<RadiusServerCaller> server(String key, HttpServletRequest request) {
            return servers.find(key, request.getRemoteAddr());
        }
    }

    @Override
    @SuppressWarnings("try")
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> key = key(request);
        Optional<GatewayCaller> gateway = key.flatMap(shown -> callers.gateway(shown, request));
        Optional<RadiusServerCaller> server =
                gateway.isPresent() ? Optional.empty() : key.flatMap(shown -> callers.server(shown, request));
        if (gateway.isPresent()) {
            GatewaySignIn.as(new GatewayAuthentication(gateway.get()), request, response);
            try (Places.Place place = places.take(gateway.get().gateway())) {
                chain.doFilter(request, response);
            }
        } else if (server.isPresent()) {
            GatewaySignIn.as(new RadiusServerAuthentication(server.get()), request, response);
            try (Places.Place place = places.takeForServer(server.get().server())) {
                chain.doFilter(request, response);
            }
        } else {
            key.ifPresent(wrong -> events.publishEvent(new KeyRefused("gateway", null, null, request.getRemoteAddr())));
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
