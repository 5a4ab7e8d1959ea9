package dev.propusk.account.signin;

import dev.propusk.security.LoginName;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Signs in to a login whoever somebody else vouches for. All that comes of a sign-in comes of this one too, since it goes on
 * as after a password: what is owed yet, the session, the device, the address, the journal.
 */
@Component
public class VouchedSignIn {
    private final FirstStep first;
    private final KnownAddresses addresses;
    private final DeviceCookie cookie;
    private final Admission admission;
    private final Clock clock;

    VouchedSignIn(FirstStep first, KnownAddresses addresses, DeviceCookie cookie, Admission admission, Clock clock) {
        this.first = first;
        this.addresses = addresses;
        this.cookie = cookie;
        this.admission = admission;
        this.clock = clock;
    }

    /** Whether somebody of this role works from there; that they do not stands in the journal of the login. */
    public boolean admits(Role role, Optional<LoginName> login, String address) {
        return admission.admits(role, login, address);
    }

    /**
     * What the session of this login begins with.
     *
     * @param proven when its person last gave there what they sign in by
     * @param idToken by which they sign out there
     */
    public Authentication of(
            PanelUser user, boolean secondFactorGiven, HttpServletRequest request, Instant proven, String idToken) {
        user.eraseCredentials();
        SignInDetails details =
                new SignInDetails(request.getRemoteAddr(), cookie.given(request), clock.instant(), proven, idToken);
        addresses.remember(user.account(), SignInAttempt.site(request.getRemoteAddr()));
        return first.byHalf(user, secondFactorGiven, details).orElseGet(() -> {
            UsernamePasswordAuthenticationToken token =
                    UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
            token.setDetails(details);
            return token;
        });
    }
}
