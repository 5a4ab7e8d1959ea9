package dev.propusk.api.web;

import dev.propusk.api.Problem;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.base.Places;
import dev.propusk.security.KeyRefused;
import dev.propusk.security.KeyUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a call in by its key (RFC 6750), and counts it: in a minute, and at once. */
class KeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int AT_ONCE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Places<UUID> places = new Places<>(AT_ONCE, PATIENCE);
    private final ApiKeys keys;
    private final RateLimits limits;
    private final Problems problems;
    private final ApplicationEventPublisher events;

    KeyFilter(ApiKeys keys, RateLimits limits, Problems problems, ApplicationEventPublisher events) {
        this.keys = keys;
        this.limits = limits;
        this.problems = problems;
        this.events = events;
    }

    @Override
    @SuppressWarnings("try")
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> key = Optional.ofNullable(key(request.getHeader(HttpHeaders.AUTHORIZATION)));
        Optional<ApiKeys.Caller> caller = key.flatMap(keys::find);
        Optional<KeyUser> user = caller.filter(known -> known.addresses().admits(request.getRemoteAddr()))
                .map(ApiKeys.Caller::user);
        if (user.isEmpty()) {
            key.ifPresent(wrong -> refused(caller.map(ApiKeys.Caller::user), request));
            problems.write(
                    Problem.of(ProblemKind.UNAUTHORIZED)
                            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"propusk\""),
                    request,
                    response);
            return;
        }
        keys.used(user.get());
        RateLimits.Allowance allowance = limits.take(user.get().key());
        response.setHeader("RateLimit-Policy", allowance.policy());
        response.setHeader("RateLimit", allowance.left());
        if (allowance.isGranted()) {
            signIn(user.get(), request);
            try (Places.Place place = places.take(user.get().key())) {
                chain.doFilter(request, response);
            }
        } else {
            problems.write(
                    Problem.of(ProblemKind.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, String.valueOf(allowance.retry())),
                    request,
                    response);
        }
    }

    private void refused(Optional<KeyUser> user, HttpServletRequest request) {
        events.publishEvent(new KeyRefused(
                "api",
                user.map(KeyUser::name).orElse(null),
                user.isPresent() ? "address" : null,
                request.getRemoteAddr()));
    }

    private static void signIn(KeyUser user, HttpServletRequest request) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
        authentication.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }

    private static @Nullable String key(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
