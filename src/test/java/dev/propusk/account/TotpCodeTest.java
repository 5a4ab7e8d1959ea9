package dev.propusk.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second factor's secret and its codes. */
class TotpCodeTest {
    /** RFC 6238, appendix B: the last six digits of each value. */
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082, 1",
        "1111111109, 081804, 37037036",
        "1111111111, 050471, 37037037",
        "1234567890, 005924, 41152263",
        "2000000000, 279037, 66666666",
        "20000000000, 353130, 666666666"
    })
    void codesAreThoseOfTheStandard(long second, String code, long step) {
        assertThat(new TotpCode(code).stepOf(RFC_SECRET, Instant.ofEpochSecond(second)))
                .hasValue(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"050 471", " 050471", "0504\u000971\n"})
    void spacesDoNotCount(String typed) {
        assertThat(new TotpCode(typed).stepOf(RFC_SECRET, Instant.ofEpochSecond(1111111111)))
                .hasValue(37037037);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50471", "0050471", "050472", "05047x", "\u0660\u0665\u0660\u0664\u0667\u0661"})
    void anythingElseIsWrong(String typed) {
        assertThat(new TotpCode(typed).stepOf(RFC_SECRET, Instant.ofEpochSecond(1111111111)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "89, true", "90, true", "119, true", "120, true", "149, true", "150, false"})
    void aCodeIsRightInItsStepAndInOneToEitherSide(long second, boolean right) {
        TotpCode ofTheThirdStep = new TotpCode("969429");
        assertThat(ofTheThirdStep.stepOf(RFC_SECRET, Instant.ofEpochSecond(100)))
                .hasValue(3);
        assertThat(ofTheThirdStep
                        .stepOf(RFC_SECRET, Instant.ofEpochSecond(second))
                        .isPresent())
                .isEqualTo(right);
    }

    @Test
    void codesHaveTheSameDigitsWhateverTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR"));
            assertThat(new TotpCode("287082").stepOf(RFC_SECRET, Instant.ofEpochSecond(59)))
                    .hasValue(1);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSecretHasOneHundredAndSixtyBitsAndIsTypedInGroupsOfFour() {
        TotpSecret secret = new TotpSecret("hotel-desk");
        assertThat(secret.bytes()).hasSize(20);
        assertThat(secret.typed()).matches("[A-Z2-7]{4}( [A-Z2-7]{4}){7}");
        assertThat(decoded(secret.typed().replace(" ", ""))).isEqualTo(new BigInteger(1, secret.bytes()));
        assertThat(new TotpSecret("hotel-desk").typed()).isNotEqualTo(secret.typed());
    }

    @Test
    void nobodyChangesASecretFromOutside() {
        TotpSecret secret = new TotpSecret("hotel-desk");
        String before = secret.typed();
        secret.bytes()[0]++;
        assertThat(secret.typed()).isEqualTo(before);
    }

    @Test
    void anAuthenticatorReadsTheSecretFromAPicture() {
        TotpSecret secret = new TotpSecret("Анна&Ко");
        assertThat(secret.uri())
                .isEqualTo("otpauth://totp/Propusk:%D0%90%D0%BD%D0%BD%D0%B0%26%D0%9A%D0%BE?secret="
                        + secret.typed().replace(" ", "") + "&issuer=Propusk");
    }

    /** Base32 as of RFC 4648, by way of a number to the base of 32. */
    private static BigInteger decoded(String base32) {
        StringBuilder digits = new StringBuilder();
        base32.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(digit -> digits.append(Character.forDigit(digit, 32)));
        return new BigInteger(digits.toString(), 32);
    }
}
