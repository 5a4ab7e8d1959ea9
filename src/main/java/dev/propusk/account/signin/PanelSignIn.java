package dev.propusk.account.signin;

import dev.propusk.account.SignInStep;
import dev.propusk.account.Accounts;
import dev.propusk.data.InstantConverter;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final Clock clock;

    PanelSignIn(
            Accounts accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SignInSteps steps,
            JdbcClient jdbc,
            Clock clock) {
        super(accounts);
        setPasswordEncoder(passwords);
        this.throttle = throttle;
        this.steps = steps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            return authenticateSlowly(attempt);
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("The database is away", e);
        }
    }

    private Authentication authenticateSlowly(Authentication attempt) {
        String address = address(attempt);
        String username = attempt.getName();
        List<Bucket> spent = throttle.begin(username, address, isKnown(username, address));
        if (spent.isEmpty()) {
            logger.warn("Too many wrong passwords for " + username.replaceAll("\\p{Cntrl}", "") + " from " + address);
            throw new LockedException("Too many wrong passwords");
        }
        Authentication done = super.authenticate(attempt);
        spent.forEach(bucket -> bucket.addTokens(1));
        PanelUser.of(done.getPrincipal()).ifPresent(user -> remember(user, address));
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

    private boolean isKnown(String username, String address) {
        return jdbc.sql("""
                        select exists (select 1 from account_address known join account a on a.id = known.account_id
                        where a.username = ? and known.address = ?)
                        """).params(username, address).query(Boolean.class).single();
    }

    private void remember(PanelUser user, String address) {
        jdbc.sql("""
                        insert into account_address (account_id, address, last_at) values (?, ?, ?)
                        on duplicate key update last_at = values(last_at)
                        """)
                .params(user.account(), address, InstantConverter.toUtc(clock.instant()))
                .update();
    }
}
