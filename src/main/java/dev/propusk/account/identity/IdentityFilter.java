package dev.propusk.account.identity;

import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.account.identity.IdentityRequests.Asked;
import dev.propusk.base.TooMuchAtOnceException;
import dev.propusk.data.DatabaseAway;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Proof;
import dev.propusk.security.SignInDetails;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Takes what the provider sends a browser back with. Spring Security's filter sees to the protocol; what comes out becomes a
 * login of ours, which goes on as after a password, or proves once more whose a session is. No token of the provider's is
 * kept but the ID token, to sign out there.
 */
class IdentityFilter extends OAuth2LoginAuthenticationFilter {
    private static final String PROOF = IdentityFilter.class.getName() + ".proof";
    private static final String PAGE = IdentityFilter.class.getName() + ".page";

    private final IdentityRequests requests;
    private final IdentitySignIn signIn;
    private final Proof proof;

    IdentityFilter(
            IdentityProvider provider,
            IdentityTokens tokens,
            IdentityRequests requests,
            IdentitySignIn signIn,
            Proof proof) {
        super(id -> provider.registration(), new NoTokens(), IdentityProvider.RETURN);
        this.requests = requests;
        this.signIn = signIn;
        this.proof = proof;
        setAuthorizationRequestRepository(requests.waiting());
        setAuthenticationManager(new ProviderManager(tokens.protocol()));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Asked asked = requests.asked(request);
        here().ifPresent(user ->
                request.setAttribute(PAGE, asked == null || asked.back() == null ? "/" : "/" + asked.back()));
        try {
            OidcIdToken token = token(super.attemptAuthentication(request, response));
            return Objects.requireNonNull(asked).back() == null
                    ? signIn.enter(token, request)
                    : prove(token, asked.since(), request);
        } catch (OAuth2AuthenticationException e) {
            throw IdentityFaults.of(e, asked != null, request.getParameter("error"));
        } catch (TooMuchAtOnceException e) {
            throw new IdentityRefusedException(Fault.BUSY, "too many at once", e);
        } catch (DataAccessException e) {
            if (DatabaseAway.isCauseOf(e)) {
                throw new IdentityRefusedException(Fault.DATABASE, "away", e);
            }
            throw e;
        }
    }

    /** The page of the session that goes on whatever came of it; empty where nobody is signed in. */
    static Optional<String> page(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(PAGE));
    }

    /** The session goes on as it is. */
    private Authentication prove(OidcIdToken token, Instant since, HttpServletRequest request) {
        PanelUser user = here().orElseThrow(
                        () -> new IdentityRefusedException(Fault.BEGIN_AGAIN, "nobody is signed in any more"));
        if (!signIn.proves(token, user, since)) {
            throw new IdentityRefusedException(Fault.NOT_PROVEN, "login " + user.getUsername());
        }
        proof.give();
        SignInDetails.current().ifPresent(details -> details.vouchedAgain(token.getTokenValue()));
        request.setAttribute(PROOF, true);
        new ProofOutcome(null).keep(request);
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }

    private static Optional<PanelUser> here() {
        Authentication here = SecurityContextHolder.getContext().getAuthentication();
        return PanelUser.of(here == null ? null : here.getPrincipal());
    }

    @Override
    protected void successfulAuthentication(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Authentication done)
            throws IOException, ServletException {
        if (request.getAttribute(PROOF) != null) {
            response.sendRedirect(page(request).orElseThrow());
        } else {
            super.successfulAuthentication(request, response, chain, done);
        }
    }

    private static OidcIdToken token(Authentication done) {
        return ((OidcUser) Objects.requireNonNull(done.getPrincipal())).getIdToken();
    }
}
