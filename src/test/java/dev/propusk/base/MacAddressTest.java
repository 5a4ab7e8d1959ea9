package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AC:DE:48:01:02:03",
                "ac-de-48-01-02-03",
                "acde.4801.0203",
                "ACDE48010203",
                " ac de 48 01 02 03 ",
                "acde48-010203",
                "ac.de.48.01.02.03",
                "ac:de:48:1:2:3",
                "ac-de-48-1-02-3",
                "acde 4801 0203",
                "AC : DE : 48 : 01 : 02 : 03",
                "AC:DE:48:01:02:03;",
                "\u200EAC:DE:48:01:02:03\u200B",
                "AC\u2011DE\u201148\u201101\u201102\u201103",
                "AC\uFF1ADE\uFF1A48\uFF1A01\uFF1A02\uFF1A03",
                "\u0410\u0421:D\u0415:48:01:02:03",
                "ac:de:48:\u0660\u0661:\u06F0\u06F2:O3"
            })
    void anyUsualNotationIsRead(String text) {
        MacAddress mac = MacAddress.parse(text);
        assertThat(mac).hasToString("AC:DE:48:01:02:03");
        assertThat(MacAddress.of(mac.bytes())).isEqualTo(mac);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zz",
                "AC:DE:48:01:02",
                "AC:DE:48:01:02:0G",
                "AC:DE-48:01:02:03",
                "1:ac:de:48:1:0:1",
                "ac.de.48.1.2.3",
                "ac de 48 1 2 3",
                "acd4801203",
                "AC:DE:48:01:02:03:SSID",
                "AC:DE:48:01:02:03                                                           ",
                "00:00:00:00:00:00",
                "FF:FF:FF:FF:FF:FF",
                "01:00:5E:00:00:01",
                "AC:DE:48:01:02:03:04"
            })
    void whatNamesNoDeviceIsRefused(String text) {
        assertThatThrownBy(() -> MacAddress.parse(text)).isInstanceOf(InvalidMacAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 0x1_0000_0000_0000L, 0x0100_0000_0000L, 0xFFFF_FFFF_FFFFL})
    void noOtherNumberIsADevicesAddress(long bits) {
        assertThatThrownBy(() -> new MacAddress(bits)).isInstanceOf(InvalidMacAddressException.class);
    }

    @Test
    void theLowestAndTheHighestAddressOfADeviceAreRead() {
        assertThat(new MacAddress(1)).hasToString("00:00:00:00:00:01");
        assertThat(new MacAddress(0xFEFF_FFFF_FFFFL)).hasToString("FE:FF:FF:FF:FF:FF");
    }

    @Test
    void sixBytesAreOneAddress() {
        MacAddress mac = MacAddress.parse("AC:DE:48:F1:02:83");
        assertThat(mac.bytes()).containsExactly(0xAC, 0xDE, 0x48, 0xF1, 0x02, 0x83);
        assertThat(MacAddress.of(mac.bytes())).isEqualTo(mac);
        for (int length : new int[] {0, 5, 7}) {
            assertThatThrownBy(() -> MacAddress.of(new byte[length])).isInstanceOf(InvalidMacAddressException.class);
        }
    }

    @Test
    void aTextIsReadWhereItIsAnAddressAndElseEmpty() {
        assertThat(MacAddress.read(" acde.4801.0203")).contains(MacAddress.parse("AC:DE:48:01:02:03"));
        assertThat(MacAddress.read("acde.4801")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "02:00:00:00:00:01, true",
        "FE:00:00:00:00:01, true",
        "AC:DE:48:01:02:03, false",
        "00:02:00:00:00:01, false"
    })
    void anAddressThatADeviceMadeUpItselfIsPrivate(String text, boolean isPrivate) {
        assertThat(MacAddress.parse(text).isPrivate()).isEqualTo(isPrivate);
    }
}
