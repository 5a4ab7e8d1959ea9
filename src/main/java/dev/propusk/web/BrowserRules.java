package dev.propusk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What browsers may do with any answer of ours, whichever part of the application gives it; and that they stay on TLS. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BrowserRules extends OncePerRequestFilter {
    /** For a year; of our host alone, since what stands below it may be others' business. */
    private static final String STAY_ON_TLS = "max-age=31536000";

    private final PublicSettings settings;
    private final boolean subdomains;

    BrowserRules(PublicSettings settings, @Value("${propusk.tls-of-subdomains:false}") boolean subdomains) {
        this.settings = settings;
        this.subdomains = subdomains;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (settings.isTls()) {
            response.setHeader("Strict-Transport-Security", STAY_ON_TLS + (subdomains ? "; includeSubDomains" : ""));
        }
        chain.doFilter(request, new GuardedResponse(request, response, settings.isTls()));
    }
}
