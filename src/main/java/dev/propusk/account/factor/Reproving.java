package dev.propusk.account.factor;

import dev.propusk.account.Account;
import dev.propusk.account.AccountRepository;
import dev.propusk.account.SecondFactor;
import dev.propusk.account.TooManyTriesException;
import dev.propusk.account.guard.SessionGuesses;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Proof;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Lets whoever is at a session prove once more that it is theirs, by what they sign in by. */
@Service
@PreAuthorize("isAuthenticated()")
public class Reproving {
    private final AccountRepository accounts;
    private final SecondFactor secondFactor;
    private final RecoveryCodes recovery;
    private final PasswordEncoder passwords;
    private final SessionGuesses guesses;
    private final Proof proof;

    Reproving(
            AccountRepository accounts,
            SecondFactor secondFactor,
            RecoveryCodes recovery,
            PasswordEncoder passwords,
            SessionGuesses guesses,
            Proof proof) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
        this.passwords = passwords;
        this.guesses = guesses;
        this.proof = proof;
    }

    /** Whether that was a short while ago. */
    public boolean isRecent() {
        return proof.isRecent();
    }

    /** Whether a code is asked for besides the password. */
    public boolean needsCode() {
        return account().totpSecret() != null;
    }

    /**
     * Takes both.
     *
     * @param code where none is needed, anything
     * @return whether they were right
     * @throws TooManyTriesException where too many were wrong
     */
    public boolean prove(String password, String code) {
        Account account = account();
        guesses.begin(account.id());
        boolean isRight = passwords.matches(password, account.toPanelUser().getPassword()) && takes(account, code);
        if (isRight) {
            guesses.right(account.id());
            proof.give();
        } else {
            guesses.wrong(account);
        }
        return isRight;
    }

    private boolean takes(Account account, String code) {
        byte[] secret = account.totpSecret();
        return secret == null
                || secondFactor.take(account.id(), secret, code)
                || secondFactor.takeRecoveryCode(account, recovery.hashes(account.id(), code));
    }

    private Account account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        UUID id = Optional.ofNullable(authentication)
                .flatMap(known -> PanelUser.of(known.getPrincipal()))
                .map(PanelUser::account)
                .orElseThrow(() -> new AccessDeniedException("No login is signed in"));
        return accounts.findOwnById(id).orElseThrow();
    }
}
