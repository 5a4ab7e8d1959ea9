package dev.propusk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, which stands in every line that is logged meanwhile and goes back with the answer. A balancer
 * in front may bring its own in {@value #HEADER}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId extends OncePerRequestFilter {
    static final String HEADER = "X-Request-Id";
    private static final String KEY = "request";
    private static final String MARK = RequestId.class.getName();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** Of the request at work; a new one for what happens beside all requests. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** Of this request, also while the page is made that tells what failed in it. */
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(MARK));
    }

    /** The answer may be finished on another thread. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = of(request).orElseGet(() -> given(request));
        request.setAttribute(MARK, id);
        response.setHeader(HEADER, id);
        MDC.put(KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }

    private static String given(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && SHAPE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
