package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"100123456789", "100 123 456 789", "100-123-456-789", " 100\u00a0123\u2009456 789 "})
    void spacesAndDashesDoNotCount(String typed) {
        assertThat(TokenCode.read(typed)).contains(new TokenCode("100123456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1001234567890", "10012345678", "200123456789", "100 123 456 78x", "+79161234567"})
    void anythingElseIsNoCode(String typed) {
        assertThat(TokenCode.read(typed)).isEmpty();
    }

    @Test
    void aCodeIsShownInGroupsOfThree() {
        assertThat(new TokenCode("100123456789").grouped()).isEqualTo("100 123 456 789");
        assertThat(TokenCode.ofNumber(7).value()).isEqualTo("100000000007");
    }

    @Test
    void aTermHasOneToThirtyDays() {
        assertThatThrownBy(() -> Term.ofDays(0)).isInstanceOf(InvalidTermException.class);
        assertThatThrownBy(() -> Term.ofDays(31)).isInstanceOf(InvalidTermException.class);
        assertThat(Term.ofDays(30).isUnlimited()).isFalse();
    }
}
