package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    @ParameterizedTest
    @CsvSource({
        "10.5.50.7, 10.5.50.7",
        "::ffff:10.5.50.7, 10.5.50.7",
        "2001:db8:0:0:0:0:0:abcd, 2001:db8::abcd",
        "2001:DB8::ABCD, 2001:db8::abcd",
        "2001:db8:0:1:0:0:0:1, 2001:db8:0:1::1",
        "2001:0:0:1:0:0:0:0, 2001:0:0:1::",
        "2001:db8:1:1:1:1:0:1, 2001:db8:1:1:1:1:0:1",
        "fe80::1, fe80::1",
        "::1, ::1",
        "2001:db8:0:ff::/56, 2001:db8::/56",
        "2001:db8::/32, 2001:db8::/32"
    })
    void anAddressIsWrittenInOneWay(String read, String written) {
        AddressBlock block = AddressBlock.read(read).orElseThrow();
        assertThat(block).hasToString(written);
        assertThat(AddressBlock.of(block.network(), block.bits())).isEqualTo(block);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hotel",
                "0.0.0.0",
                "255.255.255.254",
                "255.255.255.255",
                "::",
                "2001:db8::/x",
                "2001:db8::/0",
                "2001:db8::/129",
                "10.0.0.0/8"
            })
    void whatNamesNoPlaceIsNone(String text) {
        assertThat(AddressBlock.read(text)).isEmpty();
    }

    @Test
    void anAddressStandsWithinTheNetworksAroundIt() {
        AddressBlock address = AddressBlock.read("2001:db8:1:2::3").orElseThrow();
        assertThat(address.around())
                .contains(
                        address,
                        AddressBlock.read("2001:db8:1:2::/64").orElseThrow(),
                        AddressBlock.read("2001:db8:1::/48").orElseThrow())
                .doesNotContain(AddressBlock.read("2001:db8:1:3::/64").orElseThrow());
        assertThat(AddressBlock.read("10.0.0.1").orElseThrow().around()).hasSize(1);
    }
}
