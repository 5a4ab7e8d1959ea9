package dev.propusk.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestClock;
import dev.propusk.security.LoginName;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guessing of passwords. */
class SignInThrottleTest {
    private static final LoginName HOTEL = new LoginName("hotel");
    private static final UUID DESK = UUID.randomUUID();

    private final TestClock clock = new TestClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void tenWrongPasswordsFromADeviceThatIsKnownAreBorneAndThenOneInTwoMinutes() {
        assertThat(passed(11, atTheDesk("192.0.2.1"))).isEqualTo(10);
        clock.advance(Duration.ofMinutes(2).minusMillis(1));
        assertThat(passed(1, atTheDesk("192.0.2.1"))).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(passed(2, atTheDesk("192.0.2.1"))).isOne();
    }

    @Test
    void eightFromWhereTheLoginUsuallyComesFromAreBorneAndThenOneInTenMinutes() {
        SignInAttempt usual = new SignInAttempt(HOTEL, "192.0.2.1", null, true);
        assertThat(passed(9, usual)).isEqualTo(8);
        clock.advance(Duration.ofMinutes(10));
        assertThat(passed(2, usual)).isOne();
    }

    @Test
    void eightOfOneStrangerAreBorneAndThenOneInTwoMinutes() {
        assertThat(passed(9, byStranger("hotel", "192.0.2.1"))).isEqualTo(8);
        clock.advance(Duration.ofMinutes(2));
        assertThat(passed(2, byStranger("hotel", "192.0.2.1"))).isOne();
    }

    @Test
    void twentyOfAllStrangersToOneLoginAreBorneAndThenOneInFifteenMinutes() {
        assertThat(IntStream.range(0, 30).filter(i -> isBorne(byStranger("hotel", "192.0.2." + i))))
                .hasSize(20);
        clock.advance(Duration.ofMinutes(15));
        assertThat(isBorne(byStranger("hotel", "198.51.100.1"))).isTrue();
        assertThat(isBorne(byStranger("hotel", "198.51.100.2"))).isFalse();
    }

    @Test
    void sixtyFromOneAddressAreBorneWhateverTheLoginsAndThenOneInThirtySeconds() {
        assertThat(IntStream.range(0, 70).filter(i -> isBorne(byStranger("login-" + i, "192.0.2.1"))))
                .hasSize(60);
        clock.advance(Duration.ofSeconds(30));
        assertThat(isBorne(byStranger("another", "192.0.2.1"))).isTrue();
        assertThat(isBorne(byStranger("one-more", "192.0.2.1"))).isFalse();
        assertThat(isBorne(new SignInAttempt(new LoginName("usual"), "192.0.2.1", null, true)))
                .isFalse();
        assertThat(isBorne(byStranger("one-more", "192.0.2.2"))).isTrue();
    }

    @Test
    void aNetworkOfOneCustomerIsOneAddress() {
        assertThat(IntStream.range(0, 20)
                        .filter(i -> isBorne(byStranger("hotel", "2001:db8:1:2::" + Integer.toHexString(i + 1)))))
                .hasSize(8);
    }

    @Test
    void noStrangersKeepADeviceOutThatTheLoginHasSignedInFromNotEvenBehindItsOwnAddress() {
        for (int i = 0; i < 1_000; i++) {
            isBorne(byStranger("hotel", "192.0.2." + i % 250));
            isBorne(byStranger("login-" + i, "203.0.113.5"));
            isBorne(new SignInAttempt(HOTEL, "203.0.113.5", null, true));
            isBorne(new SignInAttempt(HOTEL, "203.0.113.5", UUID.randomUUID(), true));
        }
        assertThat(isBorne(atTheDesk("203.0.113.5"))).isTrue();
    }

    @Test
    void whatIsNoNameAtAllHasOneBudget() {
        assertThat(IntStream.range(0, 100).filter(i -> isBorne(new SignInAttempt(null, "192.0.2." + i, null, false))))
                .hasSize(60);
        assertThat(isBorne(byStranger("hotel", "192.0.2.1"))).isTrue();
    }

    @Test
    void whatIsRefusedCostsNothingMore() {
        assertThat(passed(1_000, byStranger("hotel", "192.0.2.1"))).isEqualTo(8);
        assertThat(IntStream.range(0, 60).filter(i -> isBorne(byStranger("login-" + i, "192.0.2.1"))))
                .hasSize(60 - 8);
    }

    @Test
    void aRightPasswordGivesBackWhatItTook() {
        for (int i = 0; i < 100; i++) {
            List<Bucket> taken = throttle.begin(byStranger("hotel", "192.0.2.1"));
            assertThat(taken).hasSize(3);
            taken.forEach(bucket -> bucket.addTokens(1));
        }
    }

    @Test
    void whoeverTriesManyNamesDoesNotFillTheMemory() {
        SignInAttempt first = new SignInAttempt(new LoginName("first"), "", DESK, false);
        assertThat(passed(11, first)).isEqualTo(10);
        IntStream.range(0, 99_999)
                .forEach(i -> isBorne(new SignInAttempt(new LoginName("login-" + i), "", DESK, false)));
        assertThat(isBorne(first)).isFalse();
        IntStream.range(0, 100_000)
                .forEach(i -> isBorne(new SignInAttempt(new LoginName("other-" + i), "", DESK, false)));
        assertThat(isBorne(first)).isTrue();
    }

    private static SignInAttempt atTheDesk(String address) {
        return new SignInAttempt(HOTEL, address, DESK, true);
    }

    private static SignInAttempt byStranger(String login, String address) {
        return SignInAttempt.byStranger(new LoginName(login), address);
    }

    private long passed(int tries, SignInAttempt attempt) {
        return IntStream.range(0, tries).filter(i -> isBorne(attempt)).count();
    }

    private boolean isBorne(SignInAttempt attempt) {
        return !throttle.begin(attempt).isEmpty();
    }
}
