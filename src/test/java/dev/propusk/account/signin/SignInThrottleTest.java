package dev.propusk.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guessing of passwords. */
class SignInThrottleTest {
    private Instant now = Instant.parse("2026-11-29T09:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void eightWrongPasswordsOfOneLoginFromOneAddressAreBorneAndThenOneInFifteenSeconds() {
        for (boolean known : new boolean[] {true, false}) {
            String login = "login-" + known;
            assertThat(passed(9, login, known)).isEqualTo(8);
            pass(Duration.ofSeconds(15).minusMillis(1));
            assertThat(passed(1, login, known)).isZero();
            pass(Duration.ofMillis(1));
            assertThat(passed(2, login, known)).isOne();
        }
    }

    @Test
    void sixtyFromOneAddressAreBorneWhateverTheLoginsAndThenOneInFiveSeconds() {
        assertThat(IntStream.range(0, 70)
                        .filter(i -> isBorne("login-" + i, "192.0.2.1", false))
                        .count())
                .isEqualTo(60);
        pass(Duration.ofSeconds(5));
        assertThat(isBorne("another", "192.0.2.1", false)).isTrue();
        assertThat(isBorne("one more", "192.0.2.1", false)).isFalse();
        assertThat(isBorne("one more", "192.0.2.2", false)).isTrue();
    }

    @Test
    void twentyToOneLoginAreBorneFromWhereverTheyComeAndThenOneInThirtySeconds() {
        assertThat(IntStream.range(0, 30)
                        .filter(i -> isBorne("hotel", "192.0.2." + i, false))
                        .count())
                .isEqualTo(20);
        pass(Duration.ofSeconds(30));
        assertThat(isBorne("hotel", "198.51.100.1", false)).isTrue();
        assertThat(isBorne("hotel", "198.51.100.2", false)).isFalse();
    }

    @Test
    void whoeverSignsInFromWhereTheyUsuallyDoIsNotKeptOutByStrangers() {
        IntStream.range(0, 100).forEach(i -> throttle.begin("hotel", "192.0.2." + i, false));
        assertThat(isBorne("hotel", "203.0.113.5", true)).isTrue();
        IntStream.range(0, 100).forEach(i -> throttle.begin("login-" + i, "203.0.113.5", false));
        assertThat(isBorne("hotel", "203.0.113.5", true)).isTrue();
    }

    @Test
    void aLoginIsTheSameInCapitals() {
        assertThat(passed(8, "Hotel", true)).isEqualTo(8);
        assertThat(isBorne("hOTEL", "192.0.2.1", true)).isFalse();
    }

    @Test
    void whatIsRefusedCostsNothingMore() {
        assertThat(passed(1_000, "hotel", false)).isEqualTo(8);
        assertThat(IntStream.range(0, 60)
                        .filter(i -> isBorne("login-" + i, "192.0.2.1", false))
                        .count())
                .isEqualTo(60 - 8);
    }

    @Test
    void aRightPasswordGivesBackWhatItTook() {
        for (int i = 0; i < 100; i++) {
            List<Bucket> taken = throttle.begin("hotel", "192.0.2.1", false);
            assertThat(taken).hasSize(3);
            taken.forEach(bucket -> bucket.addTokens(1));
        }
    }

    @Test
    void whoeverTriesManyNamesDoesNotFillTheMemory() {
        throttle.begin("first", "192.0.2.1", true).forEach(bucket -> bucket.tryConsume(7));
        assertThat(isBorne("first", "192.0.2.1", true)).isFalse();
        IntStream.range(0, 99_999).forEach(i -> throttle.begin("login-" + i, "192.0.2.1", true));
        assertThat(isBorne("first", "192.0.2.1", true)).isFalse();
        IntStream.range(0, 100_000).forEach(i -> throttle.begin("other-" + i, "192.0.2.1", true));
        assertThat(isBorne("first", "192.0.2.1", true)).isTrue();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private long passed(int tries, String login, boolean known) {
        return IntStream.range(0, tries)
                .filter(i -> isBorne(login, "192.0.2.1", known))
                .count();
    }

    private boolean isBorne(String login, String address, boolean known) {
        return !throttle.begin(login, address, known).isEmpty();
    }
}
