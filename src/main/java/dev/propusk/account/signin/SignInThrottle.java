package dev.propusk.account.signin;

import dev.propusk.security.LoginName;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords, on each node, by the login that is meant and by who comes ({@link SignInAttempt}): a
 * device that it has signed in from has a budget of its own, which nobody else can spend; whoever comes from an address
 * where it has signed in before has another one; all strangers together have one for each login.
 */
@Component
class SignInThrottle {
    private static final int REMEMBERED = 100_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final TimeMeter time;

    SignInThrottle(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /**
     * Counts an attempt.
     *
     * @return what to give back if the password is right; empty: too many were wrong
     */
    synchronized List<Bucket> begin(SignInAttempt attempt) {
        List<Bucket> all = budgets(attempt);
        if (all.stream().anyMatch(bucket -> bucket.getAvailableTokens() < 1)) {
            return List.of();
        }
        all.forEach(bucket -> bucket.tryConsume(1));
        return all;
    }

    private List<Bucket> budgets(SignInAttempt attempt) {
        String login = attempt.name().map(LoginName::value).orElse("");
        String from = attempt.site();
        return switch (attempt.standing()) {
            case DEVICE -> List.of(bucket(login + " on " + attempt.device(), 10, Duration.ofMinutes(2)));
            case USUAL ->
                List.of(
                        bucket(login + " at " + from, 8, Duration.ofMinutes(10)),
                        bucket("from " + from, 60, Duration.ofSeconds(30)));
            case STRANGER ->
                List.of(
                        bucket(login + " by " + from, 8, Duration.ofMinutes(2)),
                        bucket("from " + from, 60, Duration.ofSeconds(30)),
                        bucket("to " + login, 20, Duration.ofMinutes(15)));
            // one for all that is no name
            case NOBODY ->
                List.of(
                        bucket("from " + from, 60, Duration.ofSeconds(30)),
                        bucket("nobody", 60, Duration.ofSeconds(5)));
        };
    }

    private Bucket bucket(String name, long burst, Duration refill) {
        return buckets.computeIfAbsent(
                name,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(1, refill))
                        .withCustomTimePrecision(time)
                        .build());
    }
}
