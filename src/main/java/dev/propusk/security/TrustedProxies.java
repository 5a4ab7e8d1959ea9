package dev.propusk.security;

import dev.propusk.base.NetworkAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The client's address, for everything that comes after: the socket's own, unless that is a trusted proxy; then the last
 * address in {@code X-Forwarded-For} that is none, since what stands before it could have been written by anybody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxies extends OncePerRequestFilter {
    private static final String HEADER = "X-Forwarded-For";

    private final ProxySettings settings;

    TrustedProxies(ProxySettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<NetworkAddress> socket =
                NetworkAddress.read(request.getRemoteAddr()).filter(settings::trusts);
        if (socket.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            String client = client(request, socket.get()).toString();
            chain.doFilter(new From(request, client), response);
        }
    }

    private NetworkAddress client(HttpServletRequest request, NetworkAddress socket) {
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders(HEADER))) {
            hops.addAll(List.of(header.split(",")));
        }
        NetworkAddress client = socket;
        for (String hop : hops.reversed()) {
            Optional<NetworkAddress> address = NetworkAddress.read(hop);
            if (address.isEmpty()) {
                return client;
            }
            client = address.get();
            if (!settings.trusts(client)) {
                return client;
            }
        }
        return client;
    }

    private static final class From extends HttpServletRequestWrapper {
        private final String address;

        From(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }
    }
}
