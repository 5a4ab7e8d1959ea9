package dev.propusk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.NetworkRange;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatIsNoAddressEndsTheReading() throws Exception {
        assertThat(client("10.1.2.3", "198.51.100.1, unknown")).isEqualTo("10.1.2.3");
        assertThat(client("10.1.2.3", null)).isEqualTo("10.1.2.3");
        assertThat(client("10.1.2.3", "")).isEqualTo("10.1.2.3");
    }

    private String client(String socket, String forwarded) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(socket);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        AtomicReference<String> seen = new AtomicReference<>();
        proxies.doFilter(request, new MockHttpServletResponse(), (passed, any) -> seen.set(passed.getRemoteAddr()));
        return seen.get();
    }
}
