package dev.propusk.account.signin;

import dev.propusk.account.Account;
import dev.propusk.account.AccountChanged;
import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.AccountJournal;
import dev.propusk.account.AccountRepository;
import dev.propusk.account.SecondFactor;
import dev.propusk.account.SecondFactorRefused;
import dev.propusk.account.SignInStep;
import dev.propusk.account.TooManyTriesException;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.account.factor.RecoveryCodes;
import dev.propusk.account.guard.AccountBudgets;
import dev.propusk.account.guard.AccountBudgets.Guess;
import dev.propusk.account.guard.FailedTries.Kind;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.account.passkey.PasskeysOf;
import dev.propusk.account.session.OpenSessions;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.LoginName;
import dev.propusk.security.PanelUser;
import dev.propusk.security.SignInDetails;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads from a right password to being signed in: a code, a password of one's own, a device that makes codes. */
@Service
public class SignInSteps {
    private final AccountRepository accounts;
    private final FactorDemands demands;
    private final SecondFactor secondFactor;
    private final RecoveryCodes recovery;
    private final AccountBudgets budgets;
    private final FailureCounts failures;
    private final ThisDevice device;
    private final OpenSessions sessions;
    private final PasskeysOf passkeys;
    private final AccountJournal journal;
    private final SignedInSession session;
    private final ApplicationEventPublisher events;

    SignInSteps(
            AccountRepository accounts,
            FactorDemands demands,
            SecondFactor secondFactor,
            RecoveryCodes recovery,
            AccountBudgets budgets,
            FailureCounts failures,
            ThisDevice device,
            OpenSessions sessions,
            PasskeysOf passkeys,
            AccountJournal journal,
            SignedInSession session,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.demands = demands;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
        this.budgets = budgets;
        this.failures = failures;
        this.device = device;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.journal = journal;
        this.session = session;
        this.events = events;
    }

    /** What the principal of this session has to do next. */
    @Transactional(readOnly = true)
    public SignInStep next() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof HalfSignedIn half ? next(half) : SignInStep.NONE;
    }

    public SignInStep next(HalfSignedIn half) {
        PanelUser user = half.user();
        return accounts.findOwnById(user.account())
                .orElseThrow()
                .nextStep(
                        half.secondFactorGiven(),
                        demands.isRequired(user.role(), user.contract().orElse(null)),
                        passkeys.hasAny(user.account()));
    }

    /**
     * A code from the device, or a recovery code.
     *
     * @return whether it was right
     * @throws TooManyTriesException where too many were wrong, on a device like this
     */
    public boolean give(String code) {
        UUID id = half().user().account();
        Guess guess = device.isKnownTo(id) ? Guess.CODE_ON_DEVICE : Guess.CODE;
        if (!budgets.take(id, guess)) {
            refused(true);
            throw new TooManyTriesException();
        }
        Account account = accounts.findOwnById(id).orElseThrow();
        boolean isRight = account.totpSecret() != null
                && (secondFactor.take(id, Objects.requireNonNull(account.totpSecret()), code)
                        || secondFactor.takeRecoveryCode(account, recovery.hashes(id, code)));
        if (isRight) {
            budgets.fill(id, guess);
            session.become(new HalfSignedIn(half().user(), true));
        } else {
            refused(false);
        }
        return isRight;
    }

    /** What came after the right password was wrong, or one too many. */
    void refused(boolean isTooMany) {
        PanelUser user = half().user();
        events.publishEvent(new SecondFactorRefused(user.getUsername(), isTooMany));
        String site = authentication().getDetails() instanceof WebAuthenticationDetails details
                ? SignInAttempt.site(details.getRemoteAddress())
                : "";
        LoginName.read(user.getUsername()).ifPresent(login -> failures.count(login, Kind.CODE_FAILED, site));
    }

    /** The second factor was just set up in this session, which goes on; a device that was there a moment ago owes no code. */
    public void enrolled() {
        PanelUser current = current();
        if (authentication().getPrincipal() instanceof HalfSignedIn) {
            session.become(new HalfSignedIn(current, true));
        } else {
            session.become(current);
        }
    }

    /** Takes this session on: signed in where nothing is left to do, and under the login as it stands now. */
    public void proceed() {
        Object principal = authentication().getPrincipal();
        PanelUser current = current();
        if (principal instanceof HalfSignedIn half) {
            session.become(new HalfSignedIn(current, half.secondFactorGiven()));
            if (next() == SignInStep.NONE) {
                session.become(current);
                signedIn(current);
            }
        } else {
            session.become(current);
        }
    }

    private PanelUser current() {
        UUID account =
                PanelUser.of(authentication().getPrincipal()).orElseThrow().account();
        PanelUser current = accounts.findOwnById(account).orElseThrow().toPanelUser();
        current.eraseCredentials();
        return current;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof PanelUser user) {
            signedIn(user);
        }
    }

    private void signedIn(PanelUser user) {
        Account account = accounts.findOwnById(user.account()).orElseThrow();
        SignInDetails.current().ifPresent(details -> sessions.begin(account.id(), details, device.browser()));
        device.remember(account.id())
                .ifPresent(browser -> journal.tell(AccountChanged.of(account, Change.NEW_DEVICE, browser)));
        String way = SignInDetails.current()
                .flatMap(SignInDetails::idToken)
                .map(token -> AccountChanged.BY_IDENTITY)
                .orElse(null);
        journal.tell(AccountChanged.of(account, Change.SIGNED_IN, way));
    }

    /** Whether whoever has given their password has an app whose code, or one of the codes in its stead, they can give. */
    @Transactional(readOnly = true)
    public boolean takesCode() {
        return accounts.findOwnById(half().user().account()).orElseThrow().totpSecret() != null;
    }

    private HalfSignedIn half() {
        return (HalfSignedIn) Objects.requireNonNull(authentication().getPrincipal());
    }

    private static Authentication authentication() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
