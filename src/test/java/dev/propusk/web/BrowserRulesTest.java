package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserRulesTest {
    @Test
    void whatStandsBelowTheHostIsKeptOnTlsWhereTheProviderSaysSo() throws Exception {
        assertThat(rule("https://wifi.example.org", true)).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(rule("https://wifi.example.org", false)).isEqualTo("max-age=31536000");
        assertThat(rule("http://wifi.example.org", true)).isNull();
    }

    private static @Nullable String rule(String address, boolean subdomains) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new BrowserRules(new PublicSettings(URI.create(address)), subdomains)
                .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.getHeader("Strict-Transport-Security");
    }
}
