package dev.propusk.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every body to what its address needs, before anything of it is kept (door 1). Forms are held to
 * {@code server.tomcat.max-http-form-post-size} by Tomcat, the calls of programs to less by their reader; here is the rest:
 * the panel's messages, and the files that only the panel takes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class BodyLimits extends OncePerRequestFilter {
    /** A page of the panel tells at most of some hundred chosen rows at once. */
    static final int LONGEST_MESSAGE = 256 * 1024;

    /** A certificate is a tenth of that. */
    static final int LONGEST_FILE = 4 * 1024 * 1024;

    private static final String FILES = "/VAADIN/";
    private static final String GUESTS = "/portal/";

    /** Programs are told in their own form. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/gateway/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new FailedRequest(request), response);
            return;
        }
        boolean takesFiles = request.getRequestURI().startsWith(FILES);
        int most = takesFiles ? LONGEST_FILE : LONGEST_MESSAGE;
        if (!takesFiles && hasType(request, "multipart/")) {
            refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLengthLong() > most) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE);
        } else if (!request.getRequestURI().startsWith(GUESTS) && PanelMessage.isOfNoKind(request)) {
            refuse(response, HttpStatus.BAD_REQUEST);
        } else if (hasType(request, "application/x-www-form-urlencoded") || hasNoBody(request)) {
            chain.doFilter(request, response);
        } else if (PanelMessage.isOne(request)) {
            message(request, response, chain);
        } else {
            chain.doFilter(new BoundedRequest(request, most), response);
        }
    }

    /** Vaadin would log each one that it can't read with all its stack. */
    private static void message(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<byte[]> message = PanelMessage.read(request, LONGEST_MESSAGE);
        if (message.isPresent()) {
            chain.doFilter(new BoundedRequest(request, message.get()), response);
        } else {
            refuse(response, HttpStatus.BAD_REQUEST);
        }
    }

    /** Tomcat may have refused it already, while it was read. */
    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        if (!response.isCommitted()) {
            response.sendError(status.value());
        }
    }

    private static boolean hasNoBody(HttpServletRequest request) {
        return request.getContentLengthLong() == 0
                || HttpMethod.GET.matches(request.getMethod())
                || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static boolean hasType(HttpServletRequest request, String type) {
        String given = request.getContentType();
        return given != null && given.strip().toLowerCase(Locale.ROOT).startsWith(type);
    }
}
