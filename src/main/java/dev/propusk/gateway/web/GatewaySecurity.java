package dev.propusk.gateway.web;

import dev.propusk.gateway.GatewayKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Only gateways, each by its own key. */
@Configuration
class GatewaySecurity {
    private static final String[] CALLS = {
        "/gateway/v1/connect", "/gateway/v1/identify", "/gateway/v1/radius/authorize", "/gateway/v1/radius/accounting"
    };

    @Bean
    @Order(0)
    SecurityFilterChain gatewayChain(HttpSecurity http, GatewayKeys keys, GatewayProblems problems) throws Exception {
        return http.securityMatcher("/gateway/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(CALLS)
                        .hasAuthority(GatewayAuthentication.AUTHORITY)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new GatewayKeyFilter(keys), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(problems))
                .build();
    }
}
