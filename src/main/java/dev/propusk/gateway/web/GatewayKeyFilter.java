package dev.propusk.gateway.web;

import dev.propusk.base.Places;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.key.KeyAddresses;
import dev.propusk.security.KeyRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a gateway in by its key, with a few calls at once; whoever shows none stays nobody. */
final class GatewayKeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Places<GatewayId> places = new Places<>(AT_ONCE, PATIENCE);
    private final GatewayKeys keys;
    private final KeyAddresses addresses;
    private final ApplicationEventPublisher events;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
    private final WebAuthenticationDetailsSource details = new WebAuthenticationDetailsSource();

    GatewayKeyFilter(GatewayKeys keys, KeyAddresses addresses, ApplicationEventPublisher events) {
        this.keys = keys;
        this.addresses = addresses;
        this.events = events;
    }

    @Override
    @SuppressWarnings("try")
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> key = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
        Optional<GatewayCaller> caller =
                key.flatMap(keys::find).filter(known -> addresses.admits(known.gateway(), request.getRemoteAddr()));
        if (caller.isEmpty()) {
            key.ifPresent(wrong -> refused(request));
            chain.doFilter(request, response);
            return;
        }
        signIn(caller.get(), request, response);
        try (Places.Place place = places.take(caller.get().gateway())) {
            chain.doFilter(request, response);
        }
    }

    private void signIn(GatewayCaller caller, HttpServletRequest request, HttpServletResponse response) {
        GatewayAuthentication authentication = new GatewayAuthentication(caller);
        authentication.setDetails(details.buildDetails(request));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        // an answer that is held back leaves in another thread
        contexts.saveContext(context, request, response);
    }

    private void refused(HttpServletRequest request) {
        events.publishEvent(new KeyRefused("gateway", null, null, request.getRemoteAddr()));
    }
}
