package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.StartRefusedException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://wifi.example.org, https://wifi.example.org",
        "https://wifi.example.org/, https://wifi.example.org",
        "HTTPS://WiFi.Example.org:443, https://wifi.example.org",
        "http://10.0.0.5:8080, http://10.0.0.5:8080",
        "http://[2001:db8::5]:80/, http://[2001:db8::5]",
    })
    void anAddressIsTakenWithoutWhatSaysNothing(URI given, String taken) {
        assertThat(new PublicSettings(given).publicUrl()).hasToString(taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wifi.example.org",
                "//wifi.example.org",
                "ftp://wifi.example.org",
                "https:///portal",
                "https://user@wifi.example.org",
                "https://wifi.example.org/wifi",
                "https://wifi.example.org?a=b",
                "https://wifi.example.org#a",
                "localhost:8080",
            })
    void whatNobodyCouldOpenIsRefusedInWords(URI given) {
        assertThatThrownBy(() -> new PublicSettings(given))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("propusk.public-url is " + given);
    }

    @Test
    void noAddressIsRefusedInWords() {
        assertThatThrownBy(() -> new PublicSettings(null)).hasMessage("propusk.public-url is not set.");
        assertThatThrownBy(() -> new PublicSettings(URI.create(""))).hasMessage("propusk.public-url is not set.");
    }
}
