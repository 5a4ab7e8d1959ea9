package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void whatBreaksALineOrTurnsItRoundIsRefused() {
        for (String broken :
                List.of("a\nb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u202Eb", "a\u2066b", "a\uD800b", "a\0b")) {
            assertThat(OneLine.isOne(broken, 100)).as(broken).isFalse();
            assertThat(OneLine.of(broken)).isEqualTo("a b");
        }
    }

    @Test
    void whatScriptsNeedWithinWordsStays() {
        assertThat(OneLine.isOne("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", 100))
                .isTrue();
        assertThat(OneLine.isOne("Nguyễn Thị Hường \uD83D\uDC4D", 100)).isTrue();
        assertThat(OneLine.isOne(" 12 ", 2)).isTrue();
        assertThat(OneLine.isOne("123", 2)).isFalse();
    }
}
