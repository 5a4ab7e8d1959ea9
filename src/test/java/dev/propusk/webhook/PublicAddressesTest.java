package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.NetworkRange;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    private final PublicAddresses addresses = new PublicAddresses(settings(false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.1.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsRefused(String address) throws Exception {
        assertThat(addresses.isAllowed(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> addresses.resolve(address)).isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "77.88.55.242", "172.32.0.1", "100.63.255.255", "2a02:6b8::2:242", "2606:4700::1111"})
    void publicAddressesAreLetThrough(String address) throws Exception {
        assertThat(addresses.resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void theMachinesOwnAddressesAreRefusedWhateverTheyAre() throws Exception {
        List<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList();
        assertThat(own).isNotEmpty().noneMatch(addresses::isAllowed);
    }

    @Test
    void theProvidersOwnNetworksCanBeRefusedToo() throws Exception {
        PublicAddresses strict = new PublicAddresses(
                new HookSettings(false, List.of(NetworkRange.valueOf("77.88.55.0/24")), Duration.ofSeconds(5)));
        assertThat(strict.isAllowed(InetAddress.getByName("77.88.55.242"))).isFalse();
        assertThat(strict.isAllowed(InetAddress.getByName("77.88.56.1"))).isTrue();
    }

    /** However it is written, the client connects to nothing but what was let through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://[::ffff:127.0.0.1]:1/",
                "http://[::ffff:7f00:1]:1/",
                "http://0.0.0.0:1/",
                "http://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/"
            })
    void theClientRefusesAnAddressHoweverItIsWritten(String url) throws Exception {
        HookClient client = new HookClient(settings(false), addresses);
        try {
            assertThat(client.post(URI.create(url), Map.of(), "{}")).isEqualTo(Outcome.failed(DeliveryFailure.REFUSED));
        } finally {
            client.destroy();
        }
    }

    private static HookSettings settings(boolean allowPrivate) {
        return new HookSettings(allowPrivate, List.of(), Duration.ofSeconds(5));
    }
}
