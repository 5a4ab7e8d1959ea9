package dev.propusk.base;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** An IP address as a number; never a name, so that none is ever looked up. */
public record NetworkAddress(InetAddress value) {
    private static final int NETWORK_BYTES = 8;

    /** @throws IllegalArgumentException where the text is no address */
    public static NetworkAddress parse(String text) {
        return new NetworkAddress(InetAddress.ofLiteral(text.strip()));
    }

    /** As {@link #parse}, but empty where the text is no address. */
    public static Optional<NetworkAddress> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What one customer of a provider usually holds: an IPv4 address, or the /64 network of an IPv6 one. */
    public NetworkAddress site() {
        if (!(value instanceof Inet6Address)) {
            return this;
        }
        byte[] network = value.getAddress();
        Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
        return of(network);
    }

    static NetworkAddress of(byte[] bytes) {
        try {
            return new NetworkAddress(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        String text = value.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
