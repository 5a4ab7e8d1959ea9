package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"hotel", "HOTEL", "Hotel", " hotel", "hotel  "})
    void caseAndSpacesAroundItDoNotMatter(String typed) {
        assertThat(LoginName.read(typed)).contains(new LoginName("hotel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ho",
                "hótel",
                "ｈｏｔｅｌ",
                "ⓗotel",
                "ho\u200Btel",
                "hotel\0",
                "\uFEFFhotel",
                "hotel\u2003",
                "hotel\t",
                "hote\u0131",
                "\u212Aotel",
                "hotel hotel",
                "-hotel",
                ".hotel",
                "hotel@desk",
                "hotel\nhotel"
            })
    void whatOnlyLooksLikeANameIsNone(String typed) {
        assertThat(LoginName.read(typed)).isEmpty();
    }

    @Test
    void aNameHasAtMostSixtyFourCharactersHoweverMuchIsTyped() {
        assertThat(LoginName.read("a".repeat(64))).isPresent();
        assertThat(LoginName.read("a".repeat(65))).isEmpty();
        assertThat(LoginName.read("a".repeat(2_000_000))).isEmpty();
        assertThat(LoginName.read(null)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new LoginName("x"));
    }

    @Test
    void itIsThatOfTheLoginThatIsStoredSoAndOfNoOther() {
        LoginName name = new LoginName("Hotel-Desk");
        assertThat(name.isOf("HOTEL-desk")).isTrue();
        assertThat(name.isOf("hotel.desk")).isFalse();
        assertThat(name.isOf("hótel-desk")).isFalse();
        assertThat(name).hasToString("hotel-desk");
    }
}
