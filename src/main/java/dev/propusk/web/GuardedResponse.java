package dev.propusk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;

/**
 * Leads to our own pages by path alone, and keeps cookies on TLS. With a host in it, a redirect would repeat whatever a
 * caller wrote into {@code Host}, and would leave TLS where a proxy speaks plain HTTP to us. What leads elsewhere stays as
 * it is.
 */
final class GuardedResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final boolean tls;

    /** @param tls whether browsers come by TLS, whatever the connection to us is */
    GuardedResponse(HttpServletRequest request, HttpServletResponse response, boolean tls) {
        super(response);
        this.request = request;
        this.tls = tls;
    }

    @Override
    public void addCookie(Cookie cookie) {
        cookie.setSecure(tls || cookie.getSecure());
        super.addCookie(cookie);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        super.sendRedirect(ownPath(location), status, clearBuffer);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(ownPath(location));
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, HttpHeaders.LOCATION.equalsIgnoreCase(name) ? ownPath(value) : value);
    }

    private String ownPath(String location) {
        try {
            URI uri = URI.create(location);
            boolean own = uri.getHost() != null && uri.getHost().equalsIgnoreCase(request.getServerName());
            if (!own) {
                return location;
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            // two slashes would name a host again
            String rooted = "/" + path.replaceFirst("^/+", "");
            return uri.getRawQuery() == null ? rooted : rooted + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return location;
        }
    }
}
