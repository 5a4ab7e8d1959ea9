package dev.propusk.gateway.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:1812, 127.0.0.1, 1812",
        "[::1]:18120, 0:0:0:0:0:0:0:1, 18120",
        "' 127.0.0.2:1 ', 127.0.0.2, 1"
    })
    void aPlaceIsAHostAndAPort(String text, String host, int port) {
        InetSocketAddress place = new TrialSettings(text, null).place().orElseThrow();
        assertThat(place.getAddress().getHostAddress()).isEqualTo(host);
        assertThat(place.getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "radius.example.net",
                "127.0.0.1:",
                ":1812",
                "127.0.0.1:0",
                "127.0.0.1:65536",
                "::1:1812",
                "http://x:1"
            })
    void whatIsNoneIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> new TrialSettings(text, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("radius.example.net:1812");
    }

    @Test
    void emptyOnesAreNone() {
        assertThat(new TrialSettings("", " ").place()).isEmpty();
        assertThat(new TrialSettings(null, null).from()).isEmpty();
        assertThatThrownBy(() -> new TrialSettings(null, "here")).hasMessageContaining("here");
    }
}
