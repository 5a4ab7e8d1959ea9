package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.propusk.gateway.origin.Signs;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewGatewayTest {
    private static final URI LOGIN = URI.create("http://10.1.1.1/login");

    @Test
    void aGatewayIsKnownByItsNameWithoutBlanksAroundItAndByItsAddressInOneSpelling() {
        NewGateway gateway = gateway(" Лобби ", "nas", "::ffff:10.1.1.1", 1, "12345678", "abcdefgh", List.of(LOGIN));
        assertThat(gateway.name()).isEqualTo("Лобби");
        assertThat(gateway.sources()).hasToString("10.1.1.1");
        assertThat(gateway.logins()).containsExactly(LOGIN);
    }

    @Test
    void oneThatAsksWithItsKeyAloneNeedsANameOnly() {
        assertThat(NewGateway.named("Лобби", GatewayKind.OPENNDS))
                .isEqualTo(new NewGateway("Лобби", GatewayKind.OPENNDS, null, null, 3799, null, null, List.of()));
    }

    @Test
    void itsSecretsAreReplacedAndAllElseStays() {
        NewGateway gateway = gateway("n", "nas", "10.1.1.1", 1, null, null, List.of(LOGIN));
        assertThat(gateway.withSecrets("12345678", "abcdefgh"))
                .isEqualTo(gateway("n", "nas", "10.1.1.1", 1, "12345678", "abcdefgh", List.of(LOGIN)));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "65535, true", "65536, false", "-1, false"})
    void aPortIsOneOfUdp(int port, boolean taken) {
        assertThat(NewGateway.isPort(port)).isEqualTo(taken);
    }

    @Test
    void aNameHasSixtyFourCharactersAndWhatItCallsItselfSixtyFourBytes() {
        assertThat(NewGateway.isName("я".repeat(64))).isTrue();
        assertThat(NewGateway.isName("я".repeat(65))).isFalse();
        assertThat(NewGateway.isName(" ")).isFalse();
        assertThat(Signs.isNasIdentifier("я".repeat(32))).isTrue();
        assertThat(Signs.isNasIdentifier("я".repeat(32) + "x")).isFalse();
        assertThat(Signs.isNasIdentifier(" ")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://10.1.1.1/",
                "/login",
                "http:///login",
                "http://user:secret@10.1.1.1/",
                "mailto:desk@example.com"
            })
    void aGuestIsLedBackToAWebAddressWithoutAPassword(String address) {
        assertThat(NewGateway.mayBeLogins(List.of(LOGIN, URI.create(address)))).isFalse();
    }

    @Test
    void thereAreUpToTenAddressesOfUpToTwoHundredCharacters() {
        assertThat(NewGateway.mayBeLogins(Collections.nCopies(10, LOGIN))).isTrue();
        assertThat(NewGateway.mayBeLogins(Collections.nCopies(11, LOGIN))).isFalse();
        String start = "https://10.1.1.1/";
        String longest = start + "x".repeat(200 - start.length());
        assertThat(NewGateway.mayBeLogins(List.of(NewGateway.login(longest)))).isTrue();
        assertThat(NewGateway.mayBeLogins(List.of(NewGateway.login(longest + "x"))))
                .isFalse();
        assertRefused(() -> NewGateway.login("http://10.1.1.1/ login"), "logins");
    }

    @ParameterizedTest
    @CsvSource({"1234567, false", "12345678, true", "1234 5678, false", "секретный, false"})
    void aSecretIsEightToAHundredAndTwentyEightPrintableCharacters(String secret, boolean taken) {
        assertThat(NewGateway.isSecret(secret)).isEqualTo(taken);
        assertThat(NewGateway.isSecret("x".repeat(128))).isTrue();
        assertThat(NewGateway.isSecret("x".repeat(129))).isFalse();
    }

    @Test
    void whatIsWrongIsRefusedByItsField() {
        assertRefused(() -> gateway(" ", null, null, 1, null, null, List.of()), "name");
        assertRefused(() -> gateway("n", " ", null, 1, null, null, List.of()), "nasIdentifier");
        assertRefused(() -> gateway("n", null, "router", 1, null, null, List.of()), "address");
        assertRefused(() -> gateway("n", null, null, 0, null, null, List.of()), "disconnectPort");
        assertRefused(() -> gateway("n", null, null, 1, "short", null, List.of()), "radiusSecret");
        assertRefused(() -> gateway("n", null, null, 1, null, "short", List.of()), "redirectSecret");
        assertRefused(() -> gateway("n", null, null, 1, null, null, List.of(URI.create("/"))), "logins");
    }

    private static void assertRefused(Runnable making, String field) {
        assertThatExceptionOfType(InvalidGatewayException.class)
                .isThrownBy(making::run)
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    private static NewGateway gateway(
            String name,
            @Nullable String nasIdentifier,
            @Nullable String address,
            int port,
            @Nullable String radius,
            @Nullable String redirect,
            List<URI> logins) {
        return new NewGateway(name, GatewayKind.OTHER, nasIdentifier, address, port, radius, redirect, logins);
    }
}
