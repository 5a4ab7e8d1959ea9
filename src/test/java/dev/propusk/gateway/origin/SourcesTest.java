package dev.propusk.gateway.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.NetworkAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From where gateways speak. */
class SourcesTest {
    @Test
    void addressesAndRangesOfBothFamiliesAreWrittenOneWay() {
        assertThat(Sources.parse(" 10.5.50.1,10.6.0.7/24; ::ffff:10.1.1.1\n2001:DB8::/48 10.5.50.1 "))
                .hasToString("10.5.50.1, 10.6.0.0/24, 10.1.1.1, 2001:db8::/48");
        assertThat(Sources.parse("")).isEqualTo(Sources.NOWHERE);
    }

    /** Octal, hexadecimal, short and named ones: others read them otherwise, or have to ask for them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0177.0.0.1", "010.0.0.1", "10.0.0.01", "0x7f.0.0.1", "127.1", "2130706433", "10.0.0.256",
                        "::ffff:010.0.0.1",
                "fe80::1%eth0", "router", "router.example", "localhost", "10.0.0.1:1812", "[::1]", "10.0.0.0/33",
                        "10.0.0.0/08",
                "10.0.0.0/+8", "10.0.0.0/", "10.0.0.0/7", "0.0.0.0/0", "::/0", "2001:db8::/31", "2001:db8::/129",
                        "1::2::3"
            })
    void whatOthersMayReadOtherwiseIsNone(String text) {
        assertThat(Sources.areSome(text)).isFalse();
    }

    @Test
    void thereAreTwentyAtMost() {
        String twenty = IntStream.range(0, 20).mapToObj(i -> "10.0.0." + i).collect(Collectors.joining(","));
        assertThat(Sources.areSome(twenty)).isTrue();
        assertThat(Sources.areSome(twenty + ",10.0.0.20")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.6.0.0/24, 10.6.0.255, true",
        "10.6.0.0/24, 10.6.1.0, false",
        "10.5.50.1, 10.5.50.1, true",
        "2001:db8::/48, 2001:db8:0:ffff::1, true",
        "2001:db8::/48, 2001:db8:1::1, false",
        "10.6.0.0/24, ::1, false"
    })
    void anAddressIsFoundByTheRangesAroundIt(String sources, String address, boolean within) {
        NetworkAddress from = NetworkAddress.parse(address);
        Sources all = Sources.parse(sources);
        assertThat(all.contain(from)).isEqualTo(within);
        assertThat(Sources.around(from).containsAll(all.blocks())).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "10.6.0.0/24, 10.6.0.128/25, true",
        "10.6.0.0/24, 10.6.0.9, true",
        "10.6.0.0/24, 10.6.1.0/24, false",
        "2001:db8::/32, 2001:db8:5::1, true",
        "10.6.0.0/24, 2001:db8::/32, false"
    })
    void twoOverlapWhereAPacketCouldComeFromBoth(String one, String other, boolean overlap) {
        assertThat(Sources.parse(one).overlap(Sources.parse(other))).isEqualTo(overlap);
        assertThat(Sources.parse(other).overlap(Sources.parse(one))).isEqualTo(overlap);
    }

    @Test
    void theFirstSingleOneIsToldApartFromTheRest() {
        Sources sources = Sources.parse("10.6.0.0/24, 10.5.50.1, 10.5.50.2");
        assertThat(sources.first()).contains(NetworkAddress.parse("10.5.50.1"));
        assertThat(sources.further()).hasToString("10.6.0.0/24, 10.5.50.2");
        assertThat(new StoredOrigin(sources, Signs.NONE).sources().blocks()).hasSameElementsAs(sources.blocks());
    }
}
