package dev.propusk.api.web;

import dev.propusk.api.FailureProblems;
import dev.propusk.api.Problem;
import dev.propusk.api.ProblemFilter;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import dev.propusk.api.key.ApiKeys;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Who may call the API: keys, each call by itself, without a session. Its description is open to all. */
@Configuration
class ApiSecurityConfiguration {
    private static final String PATH = "/api/";

    private static final String DOCUMENT_POLICY = "default-src 'none'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            ApiKeys keys,
            RateLimits limits,
            FailureProblems failures,
            Problems problems,
            ApplicationEventPublisher events)
            throws Exception {
        return stateless(http, PATH + "**")
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ProblemFilter(failures, problems), SecurityContextHolderFilter.class)
                .addFilterBefore(new KeyFilter(keys, limits, problems, events), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain apiDocumentChain(HttpSecurity http) throws Exception {
        return stateless(http, "/v3/api-docs", "/swagger-ui", "/swagger-ui/**", "/problems", "/problems/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DOCUMENT_POLICY)))
                .build();
    }

    /** Addresses that no chain takes, such as ones with a semicolon or a double slash. */
    @Bean
    RequestRejectedHandler rejectedRequests(Problems problems) {
        return (request, response, rejection) -> {
            if (request.getRequestURI().startsWith(PATH)
                    || request.getRequestURI().startsWith("/gateway/")) {
                problems.write(Problem.of(ProblemKind.MALFORMED), request, response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        };
    }

    private static HttpSecurity stateless(HttpSecurity http, String... addresses) throws Exception {
        return http.securityMatcher(addresses)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
