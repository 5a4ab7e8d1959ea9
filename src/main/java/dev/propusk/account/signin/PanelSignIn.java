package dev.propusk.account.signin;

import dev.propusk.account.Accounts;
import dev.propusk.account.guard.FailedTries.Kind;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.base.TooMuchAtOnceException;
import dev.propusk.security.LoginName;
import dev.propusk.security.PanelUser;
import dev.propusk.security.SignInDetails;
import io.github.bucket4j.Bucket;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a password, slowly where many were wrong; whoever has more to do is signed in by half. */
@Component
public class PanelSignIn extends DaoAuthenticationProvider {
    private final SignInThrottle throttle;
    private final FirstStep first;
    private final KnownAddresses addresses;
    private final KnownDevices devices;
    private final DeviceCookie cookie;
    private final FailureCounts failures;
    private final Admission admission;

    PanelSignIn(
            Accounts accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            FirstStep first,
            KnownAddresses addresses,
            KnownDevices devices,
            DeviceCookie cookie,
            FailureCounts failures,
            Admission admission) {
        super(accounts);
        setPasswordEncoder(passwords);
        this.throttle = throttle;
        this.first = first;
        this.addresses = addresses;
        this.devices = devices;
        this.cookie = cookie;
        this.failures = failures;
        this.admission = admission;
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

    private Authentication authenticateSlowly(Authentication given) {
        SignInAttempt attempt = attempt(given);
        List<Bucket> spent = throttle.begin(attempt);
        if (spent.isEmpty()) {
            attempt.name().ifPresent(login -> failures.count(login, Kind.SIGN_IN_SLOWED, ""));
            throw new LockedException("Too many wrong passwords");
        }
        Authentication done = checked(given, attempt, spent);
        if (PanelUser.of(done.getPrincipal())
                .filter(user -> !admission.admits(user, address(done)))
                .isPresent()) {
            // what was wrong is no business of whoever should not be here
            throw new BadCredentialsException("Not so, or not from here");
        }
        giveBack(spent);
        PanelUser.of(done.getPrincipal()).ifPresent(user -> addresses.remember(user.account(), attempt.site()));
        return done;
    }

    private Authentication checked(Authentication given, SignInAttempt attempt, List<Bucket> spent) {
        try {
            return super.authenticate(given);
        } catch (BadCredentialsException e) {
            attempt.name().ifPresent(login -> failures.count(login, Kind.SIGN_IN_FAILED, attempt.site()));
            throw e;
        } catch (TooMuchAtOnceException e) {
            // nobody looked at the password
            giveBack(spent);
            throw new AuthenticationServiceException("Too many sign in at once", e);
        }
    }

    private static void giveBack(List<Bucket> spent) {
        spent.forEach(bucket -> bucket.addTokens(1));
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    /** Asks the same whether there is such a login or not. */
    private SignInAttempt attempt(Authentication given) {
        String site = SignInAttempt.site(address(given));
        Optional<LoginName> name = LoginName.read(given.getName());
        if (name.isEmpty()) {
            return new SignInAttempt(null, site, null, false);
        }
        Optional<UUID> device =
                given.getDetails() instanceof SignInDetails details ? cookie.read(details.device()) : Optional.empty();
        return new SignInAttempt(
                name.get(),
                site,
                devices.ofLogin(name.get(), device).orElse(null),
                addresses.isKnown(name.get(), site));
    }

    /** What was typed may be almost right: it does not wait in a stranger's session. */
    @EventListener
    void forget(AbstractAuthenticationFailureEvent event) {
        if (event.getAuthentication() instanceof CredentialsContainer typed) {
            typed.eraseCredentials();
        }
    }

    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication attempt, UserDetails user) {
        return PanelUser.of(user)
                .flatMap(known -> first.byHalf(known, false, attempt.getDetails()))
                .orElseGet(() -> super.createSuccessAuthentication(principal, attempt, user));
    }
}
