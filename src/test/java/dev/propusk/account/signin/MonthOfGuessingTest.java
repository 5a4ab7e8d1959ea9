package dev.propusk.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestClock;
import dev.propusk.security.LoginName;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Thirty days of guessing at one login's password, a guess each second, at the budgets as they are, on one node: how many
 * passwords were looked at, and whether the desk still signs in.
 */
class MonthOfGuessingTest {
    private static final int SECONDS = 30 * 86_400;
    private static final LoginName HOTEL = new LoginName("hotel-desk");
    private static final UUID DESK = UUID.randomUUID();
    private static final String HOUSE = "203.0.113.5";

    private final TestClock clock = new TestClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    private interface Attacker {
        SignInAttempt at(int second);
    }

    /** 20 at once and one in 15 minutes: 20 + 96 a day. */
    @Test
    void aHundredThousandAddressesLookAtNoMoreThanThreeThousandPasswords() {
        assertThat(reached(second -> SignInAttempt.byStranger(HOTEL, address(second % 100_000))))
                .isBetween(2_800L, 2_900L);
    }

    @Test
    void oneAddressLooksAtNoMore() {
        assertThat(reached(second -> SignInAttempt.byStranger(HOTEL, "192.0.2.1")))
                .isBetween(2_800L, 2_900L);
    }

    /** The guests of the house share the desk's address: 8 at once and one in 10 minutes. */
    @Test
    void theHousesOwnGuestsLookAtNoMoreThanFiveThousand() {
        assertThat(reached(second -> new SignInAttempt(HOTEL, HOUSE, null, true)))
                .isBetween(4_300L, 4_350L);
    }

    /** All that one login bears: strangers, guests, and somebody who took its browser along. */
    @Test
    void allOfThemTogetherLookAtNoMoreThanThirtyThousand() {
        UUID stolen = UUID.randomUUID();
        assertThat(reached(second -> switch (second % 3) {
                    case 0 -> SignInAttempt.byStranger(HOTEL, address(second % 100_000));
                    case 1 -> new SignInAttempt(HOTEL, HOUSE, null, true);
                    default -> new SignInAttempt(HOTEL, HOUSE, stolen, true);
                }))
                .isLessThan(30_000);
    }

    /** How many of the attacker's passwords were looked at; the desk signs in once a day, always. */
    private long reached(Attacker attacker) {
        long reached = 0;
        for (int second = 0; second < SECONDS; second++) {
            clock.advance(Duration.ofSeconds(1));
            if (!throttle.begin(attacker.at(second)).isEmpty()) {
                reached++;
            }
            if (second % 86_400 == 0) {
                List<Bucket> desk = throttle.begin(new SignInAttempt(HOTEL, HOUSE, DESK, true));
                assertThat(desk).as("the desk, on day %d", second / 86_400).isNotEmpty();
                desk.forEach(bucket -> bucket.addTokens(1));
            }
        }
        return reached;
    }

    private static String address(int number) {
        return "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
