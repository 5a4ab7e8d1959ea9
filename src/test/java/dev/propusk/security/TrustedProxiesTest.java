package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.NetworkRange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(
            new ProxySettings(List.of(NetworkRange.valueOf("10.0.0.0/8"), NetworkRange.valueOf("2001:db8::/48"))));

    @Test
    void aStrangersHeaderIsNotRead() throws Exception {
        assertThat(client("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
        assertThat(client("11.0.0.1", "198.51.100.1")).isEqualTo("11.0.0.1");
    }

    @Test
    void aTrustedProxyIsBelievedAboutTheLastAddressThatIsNoProxy() throws Exception {
        assertThat(client("10.1.2.3", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(client("10.1.2.3", "1.2.3.4, 198.51.100.1, 10.9.9.9")).isEqualTo("198.51.100.1");
        assertThat(client("2001:db8::1", "2001:db9::7")).isEqualTo("2001:db9:0:0:0:0:0:7");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1:54321, 198.51.100.1",
        "[2001:db9::7]:443, 2001:db9:0:0:0:0:0:7",
        "[2001:db9::7], 2001:db9:0:0:0:0:0:7",
        "2001:DB9::7, 2001:db9:0:0:0:0:0:7",
        "::ffff:198.51.100.1, 198.51.100.1",
        "fe80::1%eth99, fe80:0:0:0:0:0:0:1",
        "[fe80::1%25]:80, fe80:0:0:0:0:0:0:1",
        "'198.51.100.7, 10.9.9.9:80', 198.51.100.7"
    })
    void anAddressIsReadHoweverAProxyWritesIt(String forwarded, String address) throws Exception {
        assertThat(client("10.1.2.3", forwarded)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1",
                "127.1",
                "198.51.100.01:80",
                "[198.51.100.1",
                "198.51.100.1:",
                "2001:db9::7]:443",
                "198.51.100.1:123456",
                "\"198.51.100.1\"",
                "unknown",
                "_hidden",
                "%eth0",
                "198.51.100.1%eth0",
                "[]:80",
                "localhost:80"
            })
    void whatOthersWouldReadOtherwiseIsNobody(String forwarded) throws Exception {
        assertThat(client("10.1.2.3", "203.0.113.9, " + forwarded)).isEqualTo("10.1.2.3");
    }

    @Test
    void aProxyOnTheSameLinkIsKnownByItsAddressWhateverItsZone() throws Exception {
        TrustedProxies local = new TrustedProxies(new ProxySettings(List.of(NetworkRange.valueOf("fe80::/10"))));
        assertThat(client(local, "fe80:0:0:0:0:0:0:1%1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(client(local, "fe80:0:0:0:0:0:0:1%eth99", "198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void whatIsNoAddressEndsTheReading() throws Exception {
        assertThat(client("10.1.2.3", "198.51.100.1, unknown")).isEqualTo("10.1.2.3");
        assertThat(client("10.1.2.3", null)).isEqualTo("10.1.2.3");
        assertThat(client("10.1.2.3", "")).isEqualTo("10.1.2.3");
    }

    @Test
    void aStrangersWordOnTheSchemeIsNotTaken() throws Exception {
        HttpServletRequest seen = seen("203.0.113.5", "https", "evil.example", null);

        assertThat(seen.getScheme()).isEqualTo("http");
        assertThat(seen.isSecure()).isFalse();
        assertThat(seen.getServerName()).isEqualTo("localhost");
    }

    @Test
    void aTrustedProxyIsBelievedAboutSchemeHostAndPort() throws Exception {
        HttpServletRequest seen = seen("10.1.2.3", "https", "wifi.example.org", null);

        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getServerPort()).isEqualTo(443);
        assertThat(seen.getRequestURL()).hasToString("https://wifi.example.org/login");
        assertThat(seen("10.1.2.3", "https", "wifi.example.org:8443", null).getRequestURL())
                .hasToString("https://wifi.example.org:8443/login");
        assertThat(seen("10.1.2.3", "http", "wifi.example.org", "8080").getRequestURL())
                .hasToString("http://wifi.example.org:8080/login");
    }

    @Test
    void whatTheProxyPassedOnFromTheClientComesBeforeItsOwnWord() throws Exception {
        assertThat(seen("10.1.2.3", "https, http", "evil.example, wifi.example.org", null)
                        .getRequestURL())
                .hasToString("http://wifi.example.org/login");
    }

    @Test
    void whatIsNoSchemeOrHostIsLeftOut() throws Exception {
        HttpServletRequest seen = seen("10.1.2.3", "javascript", "evil.example/x?y", "99999999");

        assertThat(seen.getScheme()).isEqualTo("http");
        assertThat(seen.getServerName()).isEqualTo("localhost");
    }

    private HttpServletRequest seen(String socket, String proto, String host, @Nullable String port) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setRemoteAddr(socket);
        request.addHeader("X-Forwarded-Proto", proto);
        request.addHeader("X-Forwarded-Host", host);
        if (port != null) {
            request.addHeader("X-Forwarded-Port", port);
        }
        return passedOn(proxies, request);
    }

    private String client(String socket, @Nullable String forwarded) throws Exception {
        return client(proxies, socket, forwarded);
    }

    private static String client(TrustedProxies proxies, String socket, @Nullable String forwarded) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(socket);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        return passedOn(proxies, request).getRemoteAddr();
    }

    private static HttpServletRequest passedOn(TrustedProxies proxies, MockHttpServletRequest request)
            throws Exception {
        MockFilterChain behind = new MockFilterChain();
        proxies.doFilter(request, new MockHttpServletResponse(), behind);
        return (HttpServletRequest) Objects.requireNonNull(behind.getRequest());
    }
}
