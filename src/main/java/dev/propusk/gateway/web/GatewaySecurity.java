package dev.propusk.gateway.web;

import dev.propusk.api.FailureProblems;
import dev.propusk.api.Problem;
import dev.propusk.api.ProblemFilter;
import dev.propusk.api.ProblemKind;
import dev.propusk.api.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Only gateways and the FreeRADIUS servers that ask for them, each by its own key. */
@Configuration
class GatewaySecurity {
    private static final String[] CALLS = {"/gateway/v1/connect", "/gateway/v1/identify"};
    private static final String[] RADIUS = {"/gateway/v1/radius/authorize", "/gateway/v1/radius/accounting"};
    private static final String CLIENTS = "/gateway/v1/radius/client";

    @Bean
    @Order(0)
    SecurityFilterChain gatewayChain(
            HttpSecurity http,
            GatewayKeyFilter.Callers callers,
            FailureProblems failures,
            Problems problems,
            ApplicationEventPublisher events)
            throws Exception {
        return http.securityMatcher("/gateway/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(CALLS)
                        .hasAuthority(CallerAuthentication.GATEWAY)
                        .requestMatchers(RADIUS)
                        .hasAnyAuthority(CallerAuthentication.GATEWAY, CallerAuthentication.RADIUS_SERVER)
                        .requestMatchers(CLIENTS)
                        .hasAuthority(CallerAuthentication.RADIUS_SERVER)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new ProblemFilter(failures, problems), SecurityContextHolderFilter.class)
                .addFilterBefore(new GatewayKeyFilter(callers, events), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(unauthorized(problems))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(Problem.of(ProblemKind.NOT_FOUND), request, response)))
                .build();
    }

    private static AuthenticationEntryPoint unauthorized(Problems problems) {
        Problem problem = Problem.of(ProblemKind.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return (request, response, e) -> problems.write(problem, request, response);
    }
}
