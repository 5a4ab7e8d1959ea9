package dev.propusk.account.signin;

import dev.propusk.account.SignInStep;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs in by half whoever has just proven who they are and owes something yet, however they did it. */
@Component
class FirstStep {
    private final SignInSteps steps;

    FirstStep(SignInSteps steps) {
        this.steps = steps;
    }

    /** Empty where nothing is owed. */
    Optional<Authentication> byHalf(PanelUser user, boolean secondFactorGiven, @Nullable Object details) {
        HalfSignedIn half = new HalfSignedIn(user, secondFactorGiven);
        if (steps.next(half) == SignInStep.NONE) {
            return Optional.empty();
        }
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                half, null, List.of(new SimpleGrantedAuthority(HalfSignedIn.ROLE_AUTHORITY)));
        token.setDetails(details);
        return Optional.of(token);
    }
}
