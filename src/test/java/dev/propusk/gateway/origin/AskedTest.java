package dev.propusk.gateway.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What equipment says of where a packet comes from, in its writings. */
class AskedTest {
    @ParameterizedTest
    @CsvSource({
        "78-8A-20-59-C6-99:Polar, Polar",
        "78:8a:20:59:c6:99:Polar:5G, Polar:5G",
        "788a.2059.c699:Polar, Polar",
        "788a2059c699:Polar, Polar",
        "Polar, Polar",
        "78-8A-20-59-C6-99,",
        "788a2059c699,"
    })
    void theNetworkStandsBehindTheAccessPointsAddress(String called, @Nullable String ssid) {
        assertThat(read(called, "", "").ssid()).isEqualTo(Optional.ofNullable(ssid));
    }

    @ParameterizedTest
    @CsvSource({"100123456789@cafe.example, cafe.example", "a@b@c, c", "100123456789,", "a@,"})
    void theRealmStandsBehindTheLastSign(String user, @Nullable String realm) {
        assertThat(read("", user, "").realm()).isEqualTo(Optional.ofNullable(realm));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100",
        "vlan100, 100",
        "slot=0;subslot=0;port=7;vlanid=0100, 100",
        "eth 0/1 VLAN-ID:7, 7",
        "ether1,",
        "0,",
        "vlan12345,"
    })
    void theVlanIsANumberAloneOrBehindItsWord(String port, @Nullable Integer vlan) {
        assertThat(read("", "", port).vlan()).isEqualTo(Optional.ofNullable(vlan));
    }

    private static Asked read(String called, String user, String port) {
        return Asked.of(Optional.of(called), Optional.empty(), Optional.of(user), Stream.of(port));
    }
}
