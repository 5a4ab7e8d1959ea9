package dev.propusk.account.signin;

import dev.propusk.account.Account;
import dev.propusk.account.AccountChanged;
import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.AccountJournal;
import dev.propusk.account.AccountRepository;
import dev.propusk.account.AccountSettings;
import dev.propusk.account.SecondFactor;
import dev.propusk.account.SecondFactorRefused;
import dev.propusk.account.SignInStep;
import dev.propusk.account.TooManyTriesException;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.PanelUser;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads from a right password to being signed in: a code, a password of one's own, a device that makes codes. */
@Service
public class SignInSteps {
    private final AccountRepository accounts;
    private final AccountSettings settings;
    private final SecondFactor secondFactor;
    private final AccountJournal journal;
    private final SignedInSession session;
    private final ApplicationEventPublisher events;

    public SignInSteps(
            AccountRepository accounts,
            AccountSettings settings,
            SecondFactor secondFactor,
            AccountJournal journal,
            SignedInSession session,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.settings = settings;
        this.secondFactor = secondFactor;
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
        return accounts.findById(half.user().account())
                .orElseThrow()
                .nextStep(
                        half.secondFactorGiven(),
                        settings.requiresSecondFactor(half.user().role()));
    }

    /**
     * A code from the device, or a recovery code.
     *
     * @return whether it was right
     * @throws TooManyTriesException after 5 in 15 minutes
     */
    public boolean give(String code) {
        UUID id = half().user().account();
        if (!secondFactor.mayTry(id)) {
            refused(true);
            throw new TooManyTriesException();
        }
        Account account = accounts.findById(id).orElseThrow();
        boolean isRight = account.totpSecret() != null
                && (secondFactor.take(id, Objects.requireNonNull(account.totpSecret()), code)
                        || secondFactor.takeRecoveryCode(account, code));
        if (isRight) {
            session.become(new HalfSignedIn(half().user(), true));
        } else {
            refused(false);
        }
        return isRight;
    }

    private void refused(boolean isTooMany) {
        events.publishEvent(new SecondFactorRefused(half().user().getUsername(), isTooMany));
    }

    /** Takes this session on: signed in where nothing is left to do, and under the login as it stands now. */
    public void proceed() {
        Object principal = authentication().getPrincipal();
        PanelUser current = accounts.findById(
                        PanelUser.of(principal).orElseThrow().account())
                .orElseThrow()
                .toPanelUser();
        current.eraseCredentials();
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

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof PanelUser user) {
            signedIn(user);
        }
    }

    private void signedIn(PanelUser user) {
        tell(accounts.findById(user.account()).orElseThrow(), Change.SIGNED_IN);
    }

    private void tell(Account account, Change change) {
        journal.tell(AccountChanged.of(account, change));
    }

    private HalfSignedIn half() {
        return (HalfSignedIn) Objects.requireNonNull(authentication().getPrincipal());
    }

    private static Authentication authentication() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
