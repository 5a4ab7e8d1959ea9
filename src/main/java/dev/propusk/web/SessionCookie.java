package dev.propusk.web;

import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the session's cookie on TLS where browsers come by it, whatever the connection to a proxy is: the prefix lets
 * browsers take it from this very host alone (RFC 6265bis, section 4.1.3.2).
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SessionCookie implements ServletContextInitializer {
    static final String ON_TLS = "__Host-JSESSIONID";

    private final PublicSettings settings;

    SessionCookie(PublicSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onStartup(ServletContext context) {
        if (settings.isTls()) {
            context.getSessionCookieConfig().setName(ON_TLS);
            context.getSessionCookieConfig().setSecure(true);
            context.getSessionCookieConfig().setPath("/");
        }
    }
}
