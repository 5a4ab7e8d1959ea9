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
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The client's address, for everything that comes after: the socket's own, unless that is a trusted proxy; then the last
 * address in {@code X-Forwarded-For} that is none, since what stands before it could have been written by anybody. Of
 * such a proxy alone also the scheme, host and port that the client used: the last of each header, which is its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedProxies extends OncePerRequestFilter {
    private static final String HEADER = "X-Forwarded-For";
    /** As some proxies write it: with a port, an IPv6 address in brackets. */
    private static final Pattern HOP = Pattern.compile("\\s*(?:\\[([\\w:.%-]+)](?::\\d{1,5})?|([0-9.]+):\\d{1,5})\\s*");

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");

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
        NetworkAddress client = socket;
        for (String hop : values(request, HEADER).reversed()) {
            Optional<NetworkAddress> address = address(hop);
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

    private static Optional<NetworkAddress> address(String hop) {
        Matcher dressed = HOP.matcher(hop);
        return NetworkAddress.read(
                dressed.matches() ? Objects.requireNonNullElse(dressed.group(1), dressed.group(2)) : hop);
    }

    /** What all headers of this name list, in their order. */
    private static List<String> values(HttpServletRequest request, String header) {
        List<String> values = new ArrayList<>();
        for (String value : Collections.list(request.getHeaders(header))) {
            values.addAll(List.of(value.split(",")));
        }
        return values;
    }

    private static Optional<String> last(HttpServletRequest request, String header) {
        List<String> values = values(request, header);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.getLast().strip());
    }

    /** The request as the client sent it to the proxy. */
    private static final class From extends HttpServletRequestWrapper {
        private final String address;
        private final String scheme;
        private final String host;
        private final int port;

        From(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
            scheme = last(request, "X-Forwarded-Proto")
                    .filter(proto -> proto.equals("https") || proto.equals("http"))
                    .orElseGet(request::getScheme);
            Optional<Matcher> named =
                    last(request, "X-Forwarded-Host").map(HOST::matcher).filter(Matcher::matches);
            host = named.map(found -> found.group(1)).orElseGet(request::getServerName);
            port = last(request, "X-Forwarded-Port")
                    .or(() -> named.map(found -> found.group(2)))
                    .flatMap(From::port)
                    .orElseGet(() -> usualPort(request));
        }

        private static Optional<Integer> port(String text) {
            return text.matches("\\d{1,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
        }

        /** Where the proxy has told the scheme or the host, our own port is no part of what the client used. */
        private int usualPort(HttpServletRequest request) {
            boolean told =
                    request.getHeader("X-Forwarded-Proto") != null || request.getHeader("X-Forwarded-Host") != null;
            return told ? (scheme.equals("https") ? 443 : 80) : request.getServerPort();
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getRemoteHost() {
            return address;
        }

        @Override
        public String getScheme() {
            return scheme;
        }

        @Override
        public boolean isSecure() {
            return scheme.equals("https");
        }

        @Override
        public String getServerName() {
            return host;
        }

        @Override
        public int getServerPort() {
            return port;
        }

        @Override
        public StringBuffer getRequestURL() {
            boolean usual = port == (scheme.equals("https") ? 443 : 80);
            return new StringBuffer(scheme + "://" + host + (usual ? "" : ":" + port) + getRequestURI());
        }
    }
}
