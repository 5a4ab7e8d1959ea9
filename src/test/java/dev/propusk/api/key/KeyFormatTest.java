package dev.propusk.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormatTest {
    /** Its check characters were computed elsewhere. */
    private static final String KNOWN = "pk_" + "z".repeat(30) + "4IlJEz";

    @Test
    void aKeyCarriesItsPrefixAndACheckThatKnowsATypingError() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 1_000; i++) {
            String key = KeyFormat.random(random);
            assertThat(key)
                    .matches("pk_[0-9A-Za-z]{36}")
                    .satisfies(one -> assertThat(KeyFormat.isWhole(one)).isTrue());
            char[] mistyped = key.toCharArray();
            int place = 3 + random.nextInt(36);
            mistyped[place] = mistyped[place] == 'x' ? 'y' : 'x';
            assertThat(KeyFormat.isWhole(new String(mistyped))).isFalse();
        }
    }

    @Test
    void theCheckIsTheOneThatWasPublished() {
        assertThat(KeyFormat.isWhole(KNOWN)).isTrue();
        assertThat(KeyFormat.random(() -> 0)).isEqualTo("pk_" + "0".repeat(30) + "2C8GjS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pk_", "pk_zzzzzz", "gk_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz4IlJEz"})
    void whatIsShorterOrBeginsOtherwiseIsNotWhole(String text) {
        assertThat(KeyFormat.isWhole(text)).isFalse();
        assertThat(KeyFormat.isWhole(KNOWN + "0")).isFalse();
    }

    @Test
    void anOwnerRecognisesAKeyByItsFirstEightCharacters() {
        assertThat(KeyFormat.hint(KNOWN)).isEqualTo("pk_zzzzz");
        assertThat(KeyFormat.hint("pk_1")).isEqualTo("pk_1");
    }

    @Test
    void whatIsKeptIsTheHashOfTheWholeKey() {
        assertThat(KeyFormat.hash(KNOWN)).hasSize(32).isNotEqualTo(KeyFormat.hash(KNOWN + "0"));
    }
}
