package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Limits;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 23. */
class UsesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final MacAddress DEVICE = MacAddress.parse("AC:DE:48:00:00:02");

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9, 10})
    void aMultiUseTokenMayBeForTwoToTenDevices(int devices) {
        assertThat(Uses.of(devices).reuse()).isEqualTo(Reuse.MULTI_USE);
        assertThat(token(Uses.of(devices)).uses()).isEqualTo(Uses.of(devices));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 11, Integer.MAX_VALUE})
    void noOtherNumberOfDevicesIsOne(int devices) {
        assertThatExceptionOfType(InvalidTokenRequestException.class)
                .isThrownBy(() -> Uses.of(devices))
                .satisfies(e -> assertThat(e.field()).isEqualTo("devices"));
    }

    @Test
    void aSingleUseTokenIsForNoOtherNumber() {
        assertThatExceptionOfType(InvalidTokenRequestException.class).isThrownBy(() -> new Uses(Reuse.SINGLE_USE, 2));
        assertThat(token(Uses.ONE).uses()).isEqualTo(Uses.ONE);
        assertThat(token(Uses.ANY).uses()).isEqualTo(Uses.ANY);
    }

    @Test
    void itsDevicesRowsAreForTheSameNumber() {
        Token token = token(Uses.of(3));
        Token device = token.copyFor(TokenId.next(), DEVICE, NOW);
        assertThat(device.uses()).isEqualTo(Uses.of(3));
        assertThat(device.moveTo(TokenId.next(), MacAddress.parse("AC:DE:48:00:00:03"), NOW)
                        .uses())
                .isEqualTo(Uses.of(3));
    }

    @Test
    void whatIsUsedUpHasEndedAndStillHasARowForWhoComesBack() {
        Token token = token(Uses.of(2));
        assertThat(token.isUsedUp()).isFalse();
        token.annul(Annulment.USED_UP, NOW);
        assertThat(token.isUsedUp()).isTrue();
        assertThat(token.state(NOW)).isEqualTo(TokenState.ANNULLED);
        Token back = token.copyFor(TokenId.next(), DEVICE, NOW);
        assertThat(back.state(NOW)).isEqualTo(TokenState.ACTIVE);
        assertThat(back.expiresAt()).contains(NOW.plus(Duration.ofDays(7)));
        assertThat(back.isUsedUp()).isFalse();
        Token annulled = token(Uses.of(2));
        annulled.annul(Annulment.BY_HAND, NOW);
        assertThatExceptionOfType(WrongTokenStateException.class)
                .isThrownBy(() -> annulled.copyFor(TokenId.next(), DEVICE, NOW));
    }

    private static Token token(Uses uses) {
        TokenRequest request = new TokenRequest(1, uses, Term.ofDays(7), null, null, Limits.NONE);
        return new Token(TokenId.next(), ContractId.next(), new TokenCode("100123456789"), request, "hotel-desk", NOW);
    }
}
