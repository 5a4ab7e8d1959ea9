package dev.propusk.account;

import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.InvalidPasswordException.Fault;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.account.factor.RecoveryCodes;
import dev.propusk.account.guard.SessionGuesses;
import dev.propusk.account.passkey.PasskeysOf;
import dev.propusk.data.Atomic;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.NeedsProof;
import dev.propusk.security.PanelUser;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may change about their own login. Other sessions of it end where the
 * password or the second factor changes. */
@Service
@PreAuthorize("isAuthenticated()")
public class OwnAccount {
    private final AccountRepository accounts;
    private final AccountTransaction transaction;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final SecondFactor secondFactor;
    private final FactorDemands demands;
    private final Enrolment enrolment;
    private final RecoveryCodes recovery;
    private final SessionGuesses guesses;
    private final PasskeysOf passkeys;
    private final ApplicationEventPublisher events;

    OwnAccount(
            AccountRepository accounts,
            AccountTransaction transaction,
            PasswordRules rules,
            PasswordEncoder passwords,
            SecondFactor secondFactor,
            FactorDemands demands,
            Enrolment enrolment,
            RecoveryCodes recovery,
            SessionGuesses guesses,
            PasskeysOf passkeys,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.rules = rules;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.demands = demands;
        this.enrolment = enrolment;
        this.recovery = recovery;
        this.guesses = guesses;
        this.passkeys = passkeys;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Login get() {
        return account().toLogin();
    }

    /**
     * Ends all other sessions of this login, too.
     *
     * @throws InvalidPasswordException where the current one is wrong, or the new one not good enough or the same
     * @throws TooManyTriesException where the current one was wrong too often
     */
    public void changePassword(String current, String next) {
        Account account = account();
        guesses.begin(account.id());
        if (!passwords.matches(current, account.passwordHash())) {
            guesses.wrong(account);
            throw new InvalidPasswordException(Fault.WRONG_CURRENT);
        }
        guesses.right(account.id());
        if (current.equals(next)) {
            throw new InvalidPasswordException(Fault.COMMON);
        }
        rules.check(account.username(), next);
        transaction.changePassword(account.id(), account.passwordHash(), passwords.encode(next));
    }

    /** A secret to be put into a device; it counts once a code of it has been given. */
    @Transactional(readOnly = true)
    public TotpSecret newSecret() {
        return new TotpSecret(account().username());
    }

    /**
     * Asks for codes of this secret from now on, and ends all other sessions of this login.
     *
     * @return recovery codes, to be kept on paper; empty where the code was wrong
     * @throws TooManyTriesException where too many were wrong
     */
    @NeedsProof
    public List<String> setSecondFactor(TotpSecret secret, String code) {
        UUID id = account().id();
        guesses.begin(id);
        OptionalLong step = secondFactor.stepOf(secret.bytes(), code);
        if (step.isEmpty()) {
            return List.of();
        }
        guesses.right(id);
        RecoveryCodes.Drawn drawn = recovery.draw();
        enrolment.save(id, secret, step.getAsLong(), drawn);
        return drawn.codes();
    }

    /**
     * From now on the password alone signs in; all other sessions of this login end.
     *
     * @throws AccessDeniedException where one is required of this role
     */
    @NeedsProof
    @Atomic
    public void removeSecondFactor() {
        Account account = account();
        if (isSecondFactorRequired()) {
            throw new AccessDeniedException("A second factor is required");
        }
        account.setSecondFactor(null);
        enrolment.forget(account.id());
        events.publishEvent(AccountChanged.of(account, Change.SECOND_FACTOR_REMOVED));
    }

    @Transactional(readOnly = true)
    public boolean isSecondFactorRequired() {
        Account account = account();
        return demands.isRequired(account.role(), account.contract());
    }

    /** Whoever still owes a code or a passkey may change nothing that it is to protect. */
    private Account account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        boolean gaveNone = principal instanceof HalfSignedIn half && !half.secondFactorGiven();
        return PanelUser.of(principal)
                .map(PanelUser::account)
                .flatMap(accounts::findOwnById)
                .filter(account -> !gaveNone || !owesFactor(account))
                .orElseThrow(() -> new AccessDeniedException("No login is signed in"));
    }

    private boolean owesFactor(Account account) {
        return account.nextStep(
                        false, demands.isRequired(account.role(), account.contract()), passkeys.hasAny(account.id()))
                == SignInStep.CODE;
    }
}
