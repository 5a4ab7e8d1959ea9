package dev.propusk.account.signin;

import dev.propusk.account.Accounts;
import dev.propusk.account.SignInStep;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import io.github.bucket4j.Bucket;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a password, slowly where many were wrong; whoever has more to do is signed in by half. */
@Component
public class PanelSignIn extends DaoAuthenticationProvider {
    private final SignInThrottle throttle;
    private final SignInSteps steps;
    private final KnownAddresses addresses;

    PanelSignIn(
            Accounts accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SignInSteps steps,
            KnownAddresses addresses) {
        super(accounts);
        setPasswordEncoder(passwords);
        this.throttle = throttle;
        this.steps = steps;
        this.addresses = addresses;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return authenticateSlowly(attempt);
        } catch (DataAccessException e) {
            // the page to sign in on tells it from a wrong password
            throw new InternalAuthenticationServiceException("The password could not be checked", e);
        }
    }

    private Authentication authenticateSlowly(Authentication attempt) {
        String address = address(attempt);
        String username = attempt.getName();
        List<Bucket> spent = throttle.begin(username, address, addresses.isKnown(username, address));
        if (spent.isEmpty()) {
            throw new LockedException("Too many wrong passwords");
        }
        Authentication done = super.authenticate(attempt);
        spent.forEach(bucket -> bucket.addTokens(1));
        PanelUser.of(done.getPrincipal()).ifPresent(user -> addresses.remember(user.account(), address));
        return done;
    }

    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication attempt, UserDetails user) {
        if (user instanceof PanelUser panelUser) {
            HalfSignedIn half = new HalfSignedIn(panelUser, false);
            if (steps.next(half) != SignInStep.NONE) {
                UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                        half, null, List.of(new SimpleGrantedAuthority(HalfSignedIn.ROLE_AUTHORITY)));
                token.setDetails(attempt.getDetails());
                return token;
            }
        }
        return super.createSuccessAuthentication(principal, attempt, user);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
