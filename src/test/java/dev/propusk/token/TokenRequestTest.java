package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 2 and 13. */
class TokenRequestTest {
    @Test
    void oneOrderMakesOneToTwoHundredTokens() {
        assertThat(order(1, null, null).count()).isEqualTo(1);
        assertThat(order(200, null, null).count()).isEqualTo(200);
        for (int count : new int[] {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE}) {
            assertThatExceptionOfType(InvalidTokenRequestException.class).isThrownBy(() -> order(count, null, null));
        }
    }

    @Test
    void aNoteHasAHundredCharactersAndAReferenceSixtyFourHoweverManyBytesTheyTake() {
        String note = "\uD83D\uDD11".repeat(100);
        String reference = "\uD83D\uDD11".repeat(64);
        TokenRequest order = order(1, " " + note + " ", "\t" + reference);
        assertThat(order.note()).isEqualTo(note);
        assertThat(order.reference()).isEqualTo(reference);
        assertThatExceptionOfType(InvalidTokenRequestException.class).isThrownBy(() -> order(1, note + "x", null));
        assertThatExceptionOfType(InvalidTokenRequestException.class).isThrownBy(() -> order(1, null, reference + "x"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u2003\t\n"})
    void whatIsBlankCountsAsNone(@Nullable String text) {
        assertThat(order(1, text, text).note()).isNull();
        assertThat(order(1, text, text).reference()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\u0085b", "a\u001Bb"})
    void aNoteHasNoControlCharacters(String text) {
        assertThatExceptionOfType(InvalidTokenRequestException.class).isThrownBy(() -> order(1, text, null));
        assertThatExceptionOfType(InvalidTokenRequestException.class).isThrownBy(() -> order(1, null, text));
    }

    @Test
    void aContractMayHaveAsManyMoreAsAreMissingFromItsLimit() {
        assertThat(new Quota(37, 200).left()).isEqualTo(163);
        assertThat(new Quota(200, 200).left()).isZero();
        assertThat(new Quota(150, 100).left()).isZero();
    }

    private static TokenRequest order(int count, @Nullable String note, @Nullable String reference) {
        return new TokenRequest(count, Reuse.SINGLE_USE, Term.UNLIMITED, note, reference);
    }
}
