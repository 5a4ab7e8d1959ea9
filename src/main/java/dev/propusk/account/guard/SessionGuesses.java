package dev.propusk.account.guard;

import dev.propusk.account.Account;
import dev.propusk.account.TooManyTriesException;
import dev.propusk.account.guard.AccountBudgets.Guess;
import dev.propusk.account.guard.FailedTries.Kind;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.LoginName;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Bounds the guesses of whoever sits at a session that somebody else left open. */
@Component
public class SessionGuesses {
    private final AccountBudgets budgets;
    private final FailureCounts failures;
    private final CurrentUser currentUser;

    SessionGuesses(AccountBudgets budgets, FailureCounts failures, CurrentUser currentUser) {
        this.budgets = budgets;
        this.failures = failures;
        this.currentUser = currentUser;
    }

    /**
     * Counts a guess.
     *
     * @throws TooManyTriesException where nothing more is borne now
     */
    public void begin(UUID account) {
        if (!budgets.take(account, Guess.IN_SESSION)) {
            throw new TooManyTriesException();
        }
    }

    public void right(UUID account) {
        budgets.fill(account, Guess.IN_SESSION);
    }

    /** It stands in the journal. */
    public void wrong(Account account) {
        String address = currentUser.actor().address();
        LoginName.read(account.username())
                .ifPresent(login -> failures.count(login, Kind.PASSWORD_FAILED, address == null ? "" : address));
    }
}
