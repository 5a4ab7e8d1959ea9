package dev.propusk.security;

import dev.propusk.web.PublicSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses whatever would change something and was sent by another site's page (door 5): signing in, printing, all that the
 * panel does, and the connection by which it pushes. Browsers say where a request comes from by {@code Sec-Fetch-Site}; those that are too old to, by
 * {@code Origin}. What no browser sent has neither.
 */
class CrossSiteFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final PublicSettings settings;

    CrossSiteFilter(PublicSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isReading = READING.contains(request.getMethod()) && !isHandshake(request);
        if (isReading || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** What comes by the connection that it opens is asked no more where it comes from (RFC 6455, section 10.2). */
    private static boolean isHandshake(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    private boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isOwnHost(origin, request);
    }

    private boolean isOwnHost(String origin, HttpServletRequest request) {
        try {
            String host = URI.create(origin).getHost();
            return host != null
                    && (host.equalsIgnoreCase(request.getServerName())
                            || host.equalsIgnoreCase(settings.publicUrl().getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
