package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.5.50", "10", "", "localhost", "10.5.50.256", "10.5.50.1/24", "::g", "1.2.3.4:80"})
    void whatIsNoWholeAddressIsNone(String text) {
        assertThat(NetworkAddress.read(text)).isEmpty();
    }

    @Test
    void anIpv6CustomerIsKnownByTheNetwork() {
        assertThat(NetworkAddress.parse("2001:db8:1:2:3:4:5:6").site())
                .isEqualTo(NetworkAddress.parse("2001:db8:1:2::"));
        assertThat(NetworkAddress.parse(" 192.0.2.7 ").site().toString()).isEqualTo("192.0.2.7");
        assertThat(NetworkAddress.parse("::ffff:192.0.2.7").toString()).isEqualTo("192.0.2.7");
    }

    @Test
    void aRangeHoldsItsAddressesAndNoOthers() {
        NetworkRange range = NetworkRange.valueOf("10.20.30.40/20");
        assertThat(range.toString()).isEqualTo("10.20.16.0/20");
        assertThat(range.contains(NetworkAddress.parse("10.20.31.255"))).isTrue();
        assertThat(range.contains(NetworkAddress.parse("10.20.32.0"))).isFalse();
        assertThat(range.contains(NetworkAddress.parse("::1"))).isFalse();
        assertThat(NetworkRange.valueOf("0.0.0.0/0").contains(NetworkAddress.parse("8.8.8.8")))
                .isTrue();
        assertThat(NetworkRange.valueOf("fd00::/8").contains(NetworkAddress.parse("fdff::1")))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkRange.valueOf("10.0.0.0/33"));
    }
}
