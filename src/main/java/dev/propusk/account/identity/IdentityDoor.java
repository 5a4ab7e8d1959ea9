package dev.propusk.account.identity;

import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.base.DashedWord;
import dev.propusk.security.Proof;
import dev.propusk.web.PanelDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Where people come in whom the provider of identities vouches for; shut where none is set. */
@Component
class IdentityDoor implements PanelDoor {
    /** The page that tells why somebody was not let in; the reason comes behind it. */
    static final String REFUSED = "/sign-in-refused/";

    private final IdentitySettings settings;
    private final IdentityProvider provider;
    private final IdentityTokens tokens;
    private final IdentityRequests requests;
    private final IdentitySignIn signIn;
    private final Proof proof;
    private final ApplicationEventPublisher events;

    IdentityDoor(
            IdentitySettings settings,
            IdentityProvider provider,
            IdentityTokens tokens,
            IdentityRequests requests,
            IdentitySignIn signIn,
            Proof proof,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.provider = provider;
        this.tokens = tokens;
        this.requests = requests;
        this.signIn = signIn;
        this.proof = proof;
        this.events = events;
    }

    @Override
    public void open(HttpSecurity http) throws Exception {
        if (settings.isOn()) {
            http.with(new Filters(), Customizer.withDefaults());
        }
    }

    /** Waits for what the chain's other parts share. */
    private final class Filters extends AbstractHttpConfigurer<Filters, HttpSecurity> {
        @Override
        public void configure(HttpSecurity http) {
            SavedRequestAwareAuthenticationSuccessHandler goOn = new SavedRequestAwareAuthenticationSuccessHandler();
            goOn.setRequestCache(http.getSharedObject(RequestCache.class));
            IdentityFilter filter = new IdentityFilter(provider, tokens, requests, signIn, proof);
            filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
            filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
            filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
            filter.setApplicationEventPublisher(events);
            filter.setAuthenticationSuccessHandler(goOn);
            filter.setAuthenticationFailureHandler(IdentityDoor.this::refuse);
            http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!(failure instanceof IdentityRefusedException refused)) {
            throw failure;
        }
        Optional<String> page = IdentityFilter.page(request);
        // whoever likes to can come here without having been sent: nothing of it fills the log, or is told to whoever
        // is inside
        if (refused.fault() != Fault.BEGIN_AGAIN) {
            events.publishEvent(new IdentityRefused(refused.fault(), refused.detail(), request.getRemoteAddr()));
            page.ifPresent(inside -> new ProofOutcome(refused.fault()).keep(request));
        }
        response.sendRedirect(page.orElse(REFUSED + DashedWord.of(refused.fault())));
    }
}
