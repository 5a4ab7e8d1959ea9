package dev.propusk.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.propusk.security.door.EndedSessionFilter;
import dev.propusk.security.door.PanelPasswords;
import dev.propusk.security.door.SignInForm;
import dev.propusk.security.ui.LoginView;
import dev.propusk.web.PanelDoor;
import dev.propusk.web.PublicSettings;
import dev.propusk.work.CostlyWork;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Who may reach which address. What no chain lets through is refused. */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {
    /** Of what is no page of Vaadin's: no script, nothing from elsewhere; pages that need more say so themselves. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors ";

    /** What every answer says to a browser, of whichever chain. */
    @Bean
    static Customizer<HttpSecurity> everyAnswer() {
        return http -> http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY + "'none'")));
    }

    /** For guests: no session, no cookie, no earlier page needed. */
    @Bean
    @Order(1)
    SecurityFilterChain portalChain(HttpSecurity http) throws Exception {
        return stateless(http, "/portal/**", "/guest/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain healthChain(HttpSecurity http, Environment environment) throws Exception {
        return stateless(http, "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers(request -> isOnManagementPort(request, environment))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** A port of its own, which is not for the outside: who reaches it may see the metrics. */
    private static boolean isOnManagementPort(HttpServletRequest request, Environment environment) {
        int port = request.getLocalPort();
        return port == environment.getProperty("local.management.port", Integer.class, -1)
                && port != environment.getProperty("local.server.port", Integer.class, -1);
    }

    /** What other programs call: never led to a sign-in page. */
    @Bean
    @Order(3)
    SecurityFilterChain programsChain(HttpSecurity http) throws Exception {
        return stateless(http, "/api/**", "/gateway/**")
                .authorizeHttpRequests(all -> all.anyRequest().denyAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    /** What browsers load as it is, and the page that is shown for what fails. */
    @Bean
    @Order(4)
    SecurityFilterChain assetsChain(HttpSecurity http) throws Exception {
        return stateless(
                        http,
                        "/panel.css",
                        "/portal.css",
                        "/problems.css",
                        "/fonts.css",
                        "/fonts/**",
                        "/icons/**",
                        "/js/**",
                        "/webjars/chart.js/**",
                        "/favicon.ico",
                        "/error")
                .authorizeHttpRequests(all -> all.requestMatchers(SecurityConfiguration::asksForAFailure)
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** The page for failures is shown where something failed, and to nobody who asks for it. */
    private static boolean asksForAFailure(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && request.getRequestURI().startsWith("/error");
    }

    /** The panel, and the sheet that it opens: for those who are signed in, each view for its own roles. */
    @Bean
    @Order(5)
    SecurityFilterChain panelChain(
            HttpSecurity http,
            SignedIn signedIn,
            StaffAddresses staff,
            PublicSettings settings,
            ObjectProvider<PanelDoor> doors,
            LogoutSuccessHandler leaving,
            AuthenticationDetailsSource<HttpServletRequest, WebAuthenticationDetails> details)
            throws Exception {
        for (PanelDoor door : doors) {
            door.open(http);
        }
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/sheet.pdf").hasAnyRole(Role.OWNER.name(), Role.OPERATOR.name()))
                // a page of the panel shows the sheet's sample in itself
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY + "'self'")))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class).logoutSuccessHandler(leaving))
                .formLogin(form -> form.authenticationDetailsSource(details))
                .addFilterBefore(new SignInForm(), UsernamePasswordAuthenticationFilter.class)
                // a form without a token in it: who sends it is seen by the filter before
                .csrf(csrf -> csrf.ignoringRequestMatchers("/sheet.pdf"))
                .addFilterBefore(new CrossSiteFilter(settings), SecurityContextHolderFilter.class)
                .addFilterBefore(new EndedSessionFilter(signedIn, staff), AuthorizationFilter.class)
                .build();
    }

    /** Ten figures for each address and filter tell nobody anything, and would be asked for at each of them. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Lets the permission annotations of the services take parameters, see {@link StaffOnly#keys()}. */
    @Bean
    static AnnotationTemplateExpressionDefaults annotationParameters() {
        return new AnnotationTemplateExpressionDefaults();
    }

    @Bean
    PasswordEncoder passwordEncoder(CostlyWork costly) {
        return new PanelPasswords(costly);
    }

    private static HttpSecurity stateless(HttpSecurity http, String... addresses) throws Exception {
        return http.securityMatcher(addresses)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
