package dev.propusk.account.guard;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many guesses at a login's code or password are still borne once its password was right, for all nodes together. Each
 * kind of {@link Guess} has its own, so that a stranger who knows the password keeps nobody from giving the code.
 */
@Component
public class AccountBudgets {
    private static final double MICROS = 1_000_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountBudgets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is guessed at, by whom. */
    public enum Guess {
        /** A code, on a device that the login never signed in from. */
        CODE(Duration.ofMinutes(30)),
        /** A code, on one that it did. */
        CODE_ON_DEVICE(Duration.ofMinutes(3)),
        /** What is asked for once more within an open session. */
        IN_SESSION(Duration.ofMinutes(3));

        /** So many at once. */
        static final int BURST = 5;

        private final double perSecond;

        Guess(Duration refill) {
            this.perSecond = 1.0 / refill.toSeconds();
        }
    }

    /** Counts a guess, whatever comes of it; false: none is borne now. */
    @Atomic
    public boolean take(UUID account, Guess guess) {
        LocalDateTime now = InstantConverter.toUtc(clock.instant());
        jdbc.sql("""
                        insert ignore into account_budget (account_id, guess, remaining, at)
                        values (:account, :guess, :burst, :now)
                        """)
                .param("account", account)
                .param("guess", guess.name())
                .param("burst", Guess.BURST)
                .param("now", now)
                .update();
        // the assignments are carried out in this order
        return jdbc.sql("""
                        update account_budget
                        set remaining = least(:burst, remaining
                                + greatest(0, timestampdiff(microsecond, at, :now)) * :rate) - 1,
                            at = greatest(at, :now)
                        where account_id = :account and guess = :guess
                        and least(:burst, remaining + greatest(0, timestampdiff(microsecond, at, :now)) * :rate) >= 1
                        """)
                        .param("account", account)
                        .param("guess", guess.name())
                        .param("burst", Guess.BURST)
                        .param("rate", guess.perSecond / MICROS)
                        .param("now", now)
                        .update()
                > 0;
    }

    /** It was right: nothing was guessed. */
    @Atomic
    public void fill(UUID account, Guess guess) {
        jdbc.sql("update account_budget set remaining = :burst where account_id = :account and guess = :guess")
                .param("burst", Guess.BURST)
                .param("account", account)
                .param("guess", guess.name())
                .update();
    }
}
