package dev.propusk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.propusk.account.InvalidPasswordException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final PasswordRules RULES = new PasswordRules();

    @Test
    void aPasswordHasTwelveCharactersHoweverManyBytesTheyTake() {
        refused("hotel-desk", "elf zeichen", Fault.TOO_SHORT);
        refused(
                "hotel-desk",
                "\uD83D\uDD11\uD83C\uDFE8\uD83D\uDECF\uD83D\uDEBF\uD83D\uDEAA\uD83D\uDD14",
                Fault.TOO_SHORT);
        accepted("hotel-desk", "x8Kq2LmP0aZw");
    }

    @Test
    void aPasswordMayBeLongInAnyScriptAndNotWithoutEnd() {
        accepted("hotel-desk", "ж8Kq2ЩmP0aЮw".repeat(21));
        accepted("hotel-desk", "\uD83D\uDD11ж8鍵q2".repeat(32));
        refused("hotel-desk", "ж8Kq2ЩmP0aЮw".repeat(21) + "12345", Fault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "qwertyuiop12", "123456789012", "aaaaaaaaaaaa", "iloveyou2024"})
    void whatEverybodyTriesFirstIsRefused(String common) {
        refused("hotel-desk", common, Fault.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"йцукенгшщзхъ", "ЙЦУКЕНГШЩЗХЪ", "зфыыцщкв1234"})
    void whatWasTypedOnARussianKeyboardIsReadAsItsKeysToo(String common) {
        refused("hotel-desk", common, Fault.COMMON);
    }

    @Test
    void aPasswordIsNotTheLoginsNameWithALittleAroundIt() {
        refused("hotel-desk", "hotel-desk-17", Fault.LIKE_LOGIN);
        refused("hotel-desk", "mk-HOTEL-DESK-x", Fault.LIKE_LOGIN);
        accepted("hotel-desk", "5mkq8wHOTEL-DESK");
        accepted("desk", "5mkq8w" + "desk" + "zv7");
        refused("desk", "5mkq8" + "desk".repeat(2), Fault.LIKE_LOGIN);
    }

    @Test
    void aNameOfThreeLettersIsNoHindrance() {
        accepted("kim", "kim5kimqkim8kimw");
    }

    @Test
    void noPasswordIsACompromisedOne() {
        assertThat(RULES.check((String) null).isCompromised()).isTrue();
        assertThat(RULES.check("qwertyuiop12").isCompromised()).isTrue();
        assertThat(RULES.check("четыре слова подряд").isCompromised()).isFalse();
    }

    private static void accepted(String username, String password) {
        assertThatNoException().isThrownBy(() -> RULES.check(username, password));
    }

    private static void refused(String username, String password, Fault fault) {
        assertThatExceptionOfType(InvalidPasswordException.class)
                .isThrownBy(() -> RULES.check(username, password))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
