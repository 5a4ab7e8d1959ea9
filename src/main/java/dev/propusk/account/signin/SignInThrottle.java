package dev.propusk.account.signin;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords, on each node: for one login from one address, for one address, and for one login from
 * all addresses that it has not signed in from before. So strangers can't lock its person out where they usually are, and
 * elsewhere for minutes at most.
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
     * @param known whether this login has signed in from there before
     * @return what to give back if the password is right; empty: too many were wrong
     */
    synchronized List<Bucket> begin(String username, String address, boolean known) {
        String login = username.toLowerCase(Locale.ROOT);
        List<Bucket> all = known
                ? List.of(bucket(login + " " + address, 8, Duration.ofSeconds(15)))
                : List.of(
                        bucket(login + " " + address, 8, Duration.ofSeconds(15)),
                        bucket("from " + address, 60, Duration.ofSeconds(5)),
                        bucket("to " + login, 20, Duration.ofSeconds(30)));
        if (all.stream().anyMatch(bucket -> bucket.getAvailableTokens() < 1)) {
            return List.of();
        }
        all.forEach(bucket -> bucket.tryConsume(1));
        return all;
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
