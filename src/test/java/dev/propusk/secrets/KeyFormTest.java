package dev.propusk.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFormTest {
    private static final KeyForm FORM = new KeyForm("xk_", 30);

    @Test
    void aKeyCarriesItsPrefixAndACheckThatKnowsATypingError() {
        for (int i = 0; i < 1_000; i++) {
            String key = FORM.issue().value();
            assertThat(key).matches("xk_[0-9A-Za-z]{36}").endsWith(KeyForm.check(key.substring(3, 33)));
            char[] mistyped = key.toCharArray();
            int place = 3 + i % 30;
            mistyped[place] = mistyped[place] == 'x' ? 'y' : 'x';
            assertThat(key).doesNotEndWith(KeyForm.check(new String(mistyped, 3, 30)));
        }
    }

    @Test
    void twoKeysAreNeverTheSame() {
        assertThat(List.of(FORM.issue(), FORM.issue(), FORM.issue(), FORM.issue()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theCheckIsWhatScannersForLeakedKeysHaveLearned() {
        String key = "pk_3uUCupRDebs99YgmpRC7IbjYtXkR4c3t3Fxa";
        assertThat(key).endsWith(KeyForm.check(key.substring(3, 33)));
    }

    @Test
    void whatBeginsOtherwiseOrIsTooLongIsNoKeyOfThisForm() {
        assertThat(FORM.read("yk_" + "a".repeat(36))).isEmpty();
        assertThat(FORM.read("xk_" + "a".repeat(98))).isEmpty();
        assertThat(FORM.read("")).isEmpty();
        assertThat(FORM.read("xk_demo_hotel")).contains(new IssuedKey("xk_demo_hotel"));
        assertThat(FORM.read("xk_" + "a".repeat(97))).isPresent();
    }

    @Test
    void aKeyIsKnownByTheHashOfItsWholeTextAndByItsBeginningAndNeverPrinted() {
        IssuedKey key = new IssuedKey("gk_03rvw2h3a9h2kgnjnaz1tuhxlf76dj3l0hzs97j");
        assertThat(HexFormat.of().formatHex(key.hash()))
                .isEqualTo("b9ff88725b7943d2b8118cfb79010285191e23eb85fee43fdf850f8893ffd434");
        assertThat(key.hint()).isEqualTo("gk_03rvw");
        assertThat(new IssuedKey("gk_1").hint()).isEqualTo("gk_1");
        assertThat(key.toString()).doesNotContain("03rvw");
    }
}
