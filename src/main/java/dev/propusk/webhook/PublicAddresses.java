package dev.propusk.webhook;

import dev.propusk.base.NetworkAddress;
import dev.propusk.base.NetworkRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Resolves names for deliveries, and lets only public addresses through: what is returned is what is connected to, so that
 * a name that changes its mind in between (DNS rebinding) gains nothing. Addresses written as numbers come here as well.
 */
@Component
class PublicAddresses implements DnsResolver {
    /** What is not for the public internet in IPv4 (RFC 6890 and its registry), and multicast. */
    private static final List<NetworkRange> REFUSED_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** Only this is given out for the public internet in IPv6; so no loopback, ULA, link-local, NAT64, mapped, multicast. */
    private static final NetworkRange PUBLIC_V6 = NetworkRange.valueOf("2000::/3");

    /** Within it: protocol assignments with Teredo, documentation, 6to4. */
    private static final List<NetworkRange> REFUSED_V6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private final HookSettings settings;

    PublicAddresses(HookSettings settings) {
        this.settings = settings;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        InetAddress[] allowed = Arrays.stream(all).filter(this::isAllowed).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new RefusedAddressException(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean isAllowed(InetAddress address) {
        return settings.allowPrivate() || (isPublic(address) && !isOwn(address));
    }

    private boolean isPublic(InetAddress address) {
        NetworkAddress one = new NetworkAddress(address);
        boolean isRefused = Stream.of(REFUSED_V4, REFUSED_V6, settings.refused())
                .flatMap(List::stream)
                .anyMatch(range -> range.contains(one));
        return !isRefused && (!(address instanceof Inet6Address) || PUBLIC_V6.contains(one));
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }

    private static List<NetworkRange> ranges(String... texts) {
        return Arrays.stream(texts).map(NetworkRange::valueOf).toList();
    }
}
