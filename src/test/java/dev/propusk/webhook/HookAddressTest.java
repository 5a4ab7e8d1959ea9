package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pms.example.com",
                "http://pms.example.com/",
                "ftp://pms.example.com/",
                "file:///etc/passwd",
                "https:///propusk",
                "https://user:secret@pms.example.com/",
                "https://pms.example.com/#part",
                "https://pms.example.com:0/",
                "https://pms.example.com:99999/",
                "https://пмс.рф/",
                "https://pms.example.com/a b",
                "javascript:alert(1)"
            })
    void eventsGoToPlainHttpsAddressesOnly(String text) {
        assertThatThrownBy(() -> HookAddress.parse(text, false)).isInstanceOf(InvalidHookAddressException.class);
    }

    @Test
    void anAddressMayHaveAPortAPathAndAQuery() {
        assertThat(HookAddress.parse(" https://pms.example.com:8443/propusk?hotel=1 ", false))
                .hasToString("https://pms.example.com:8443/propusk?hotel=1");
        assertThat(HookAddress.parse("http://localhost:9000/", true)).hasToString("http://localhost:9000/");
        assertThat(HookAddress.parse("https://pms.example.com:65535/", false)).isNotNull();
        assertThatThrownBy(() -> HookAddress.parse("https://pms.example.com:65536/", false))
                .isInstanceOf(InvalidHookAddressException.class);
    }

    @Test
    void anAddressHasUpToFiveHundredCharacters() {
        String start = "https://pms.example.com/";
        String longest = start + "x".repeat(500 - start.length());
        assertThat(HookAddress.parse(longest, false)).hasToString(longest);
        assertThatThrownBy(() -> HookAddress.parse(longest + "x", false))
                .isInstanceOf(InvalidHookAddressException.class);
    }
}
