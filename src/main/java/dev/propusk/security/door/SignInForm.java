package dev.propusk.security.door;

import dev.propusk.security.LoginName;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the form of the sign-in page: what can be no login's name, or is longer than any password, comes in as nothing, so
 * that whoever looks at it later has nothing to keep, to log or to compare.
 */
public class SignInForm extends OncePerRequestFilter {
    private static final int LONGEST_PASSWORD = 1_000;
    private static final RequestMatcher SENT =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SENT.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Bounded(request), response);
    }

    private static final class Bounded extends HttpServletRequestWrapper {
        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return switch (name) {
                case "username" -> LoginName.read(value).map(LoginName::value).orElse("");
                case "password" -> value == null || value.length() > LONGEST_PASSWORD ? "" : value;
                default -> value;
            };
        }
    }
}
