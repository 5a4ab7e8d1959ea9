package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.5.50", "10", "", "localhost", "10.5.50.256", "10.5.50.1/24", "::g", "1.2.3.4:80"})
    void whatIsNoWholeAddressIsNone(String text) {
        assertThat(NetworkAddress.read(text)).isEmpty();
    }

    /** The loopback to a C library, a public address to Java. */
    @ParameterizedTest
    @ValueSource(
            strings = {"0177.0.0.1", "127.0.0.01", "010.1.1.1", "::ffff:0177.0.0.1", "127.1", "0x7f.0.0.1", "2130706433"
            })
    void whatReadsOtherwiseElsewhereIsNoAddress(String text) {
        assertThat(NetworkAddress.read(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkRange.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/08", "10.0.0.0/+8", "10.0.0.0/", "10.0.0.0/-1"})
    void aRangesBitsAreANumber(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkRange.valueOf(text));
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

    @ParameterizedTest
    @CsvSource({
        "10.20.16.0/20, 10.20.15.255, false",
        "10.20.16.0/20, 10.20.16.0, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "192.0.2.6/31, 192.0.2.7, true",
        "192.0.2.6/31, 192.0.2.8, false",
        "128.0.0.0/1, 127.255.255.255, false",
        "128.0.0.0/1, 255.255.255.255, true",
        "fd00::/8, fc00::1, false",
        "2001:db8::/127, 2001:db8::1, true",
        "2001:db8::/127, 2001:db8::2, false",
        "2001:db8::5, 2001:db8::5, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 10.0.0.1, false"
    })
    void aRangeEndsWithItsLastBit(String range, String address, boolean inside) {
        assertThat(NetworkRange.valueOf(range).contains(NetworkAddress.parse(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/-1", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0/8", "10.0.0.0/x"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkRange.valueOf(text));
    }

    @Test
    void aRangeIsShownByItsFirstAddress() {
        assertThat(NetworkRange.valueOf("192.0.2.7 / 24")).hasToString("192.0.2.0/24");
        assertThat(NetworkRange.valueOf("192.0.2.7")).hasToString("192.0.2.7/32");
        assertThat(NetworkRange.valueOf("2001:db8::1")).hasToString("2001:db8:0:0:0:0:0:1/128");
    }

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::ffff:10.5.50.1, 10.5.50.1",
        "fe80::1%3, fe80::1",
        "10.5.50.1, 10.5.50.1"
    })
    void peopleSeeAnAddressInOneWritingAlone(String written, String shown) {
        assertThat(NetworkAddress.parse(written).shown()).isEqualTo(shown);
    }

    @Test
    void anAddressIsKeptWithoutTheInterfaceItWasSeenOn() throws Exception {
        byte[] bytes = NetworkAddress.parse("fe80::1").value().getAddress();
        assertThat(new NetworkAddress(Inet6Address.getByAddress("any", bytes, 3)))
                .hasToString("fe80:0:0:0:0:0:0:1");
        assertThat(NetworkAddress.read(" 10.5.50.1 ")).contains(NetworkAddress.parse("10.5.50.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkAddress.of(new byte[3]));
    }
}
