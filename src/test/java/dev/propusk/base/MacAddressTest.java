package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
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
                "ac.de.48.01.02.03"
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
                "00:00:00:00:00:00",
                "FF:FF:FF:FF:FF:FF",
                "01:00:5E:00:00:01",
                "AC:DE:48:01:02:03:04"
            })
    void whatNamesNoDeviceIsRefused(String text) {
        assertThatThrownBy(() -> MacAddress.parse(text)).isInstanceOf(InvalidMacAddressException.class);
    }
}
