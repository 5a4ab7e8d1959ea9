package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 5 and 8. */
class TermTest {
    /** The night in which clocks went forward in much of Europe. */
    private static final Instant MOMENT = Instant.parse("2026-03-28T23:59:59.999999Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 29, 30})
    void aTimedTokenRunsOneToThirtyDaysOfTwentyFourHours(int days) {
        Term term = Term.ofDays(days);
        assertThat(term.isUnlimited()).isFalse();
        assertThat(term.days()).isEqualTo(days);
        assertThat(term.endOf(MOMENT)).contains(MOMENT.plus(Duration.ofHours(24L * days)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 31, Integer.MAX_VALUE})
    void noOtherNumberOfDaysIsATerm(int days) {
        assertThatExceptionOfType(InvalidTokenRequestException.class).isThrownBy(() -> Term.ofDays(days));
    }

    @Test
    void anUnlimitedTermNeverEndsByItself() {
        assertThat(Term.UNLIMITED.isUnlimited()).isTrue();
        assertThat(Term.UNLIMITED.endOf(MOMENT)).isEmpty();
    }
}
