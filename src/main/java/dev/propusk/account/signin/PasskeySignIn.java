package dev.propusk.account.signin;

import dev.propusk.account.Account;
import dev.propusk.account.AccountRepository;
import dev.propusk.account.passkey.Ceremonies;
import dev.propusk.account.passkey.PasskeysOf;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Signing in by a passkey: instead of a password and a code, since the device has made sure of its person, or after the
 * password. There is nothing to guess, and no name to type.
 */
@Service
public class PasskeySignIn {
    private final Ceremonies ceremonies;
    private final PasskeysOf passkeys;
    private final AccountRepository accounts;
    private final SignInSteps steps;
    private final SignedInSession session;
    private final SignInDetailsSource source;
    private final Admission admission;

    PasskeySignIn(
            Ceremonies ceremonies,
            PasskeysOf passkeys,
            AccountRepository accounts,
            SignInSteps steps,
            SignedInSession session,
            SignInDetailsSource source,
            Admission admission) {
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.steps = steps;
        this.session = session;
        this.source = source;
        this.admission = admission;
    }

    /** What is asked of a device: of those of whoever has given their password, else of any. */
    public PublicKeyCredentialRequestOptions ask() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return ceremonies.forSignature(who != null && who.getPrincipal() instanceof HalfSignedIn ? who : null);
    }

    /** As the browser reads it. */
    public String write(PublicKeyCredentialRequestOptions asked) {
        return ceremonies.write(asked);
    }

    /** Whether whoever has given their password can go on by a passkey. */
    public boolean isPossible() {
        return half().filter(half -> passkeys.hasAny(half.user().account())).isPresent();
    }

    /** Goes on after the password; false: the answer was wrong, or of somebody else's passkey. */
    public boolean give(PublicKeyCredentialRequestOptions asked, String answer) {
        HalfSignedIn half = half().orElseThrow();
        boolean isRight = ceremonies
                .signedBy(asked, answer)
                .filter(half.user().account()::equals)
                .isPresent();
        if (isRight) {
            session.become(new HalfSignedIn(half.user(), true));
        } else {
            steps.refused(false);
        }
        return isRight;
    }

    /** Signs in by the passkey alone; false: the answer was wrong, or of a login that may not sign in, or not from here. */
    public boolean signIn(PublicKeyCredentialRequestOptions asked, String answer) {
        Optional<PanelUser> user = ceremonies.signedBy(asked, answer).flatMap(this::mayComeIn);
        user.ifPresent(known -> {
            session.begin(new HalfSignedIn(known, true), source.buildDetails(request()));
            steps.proceed();
        });
        return user.isPresent();
    }

    private Optional<PanelUser> mayComeIn(UUID id) {
        Optional<PanelUser> user = accounts.findOwnById(id)
                .map(Account::toPanelUser)
                .filter(known ->
                        known.isEnabled() && admission.admits(known, request().getRemoteAddr()));
        user.ifPresent(PanelUser::eraseCredentials);
        return user;
    }

    private static Optional<HalfSignedIn> half() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(HalfSignedIn.class::isInstance)
                .map(HalfSignedIn.class::cast);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
    }
}
