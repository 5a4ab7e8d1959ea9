package dev.propusk.base;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IP address as a number; never a name, so that none is ever looked up. */
public record NetworkAddress(InetAddress value) {
    private static final int NETWORK_BYTES = 8;
    private static final int ASSIGNED_BYTES = 6;

    /** Without leading zeros, which others read as octal: {@code 0177.0.0.1} is 177.0.0.1 here and the loopback there. */
    private static final String NUMBER = "(?:0|[1-9][0-9]{0,2})";

    /** Four numbers: {@link InetAddress} would take fewer, and read {@code 10.5.50} as {@code 10.5.0.50}. */
    private static final String IPV4 = NUMBER + "(?:\\." + NUMBER + "){3}";

    private static final Pattern LITERAL =
            Pattern.compile(IPV4 + "|([0-9A-Fa-f:]*:(?:" + IPV4 + "|[0-9A-Fa-f]*))(?:%[^%/\\s]+)?");

    /**
     * Reads an address as people and programs write it; never asks a name server. A zone ({@code fe80::1%eth0}) is left out:
     * it has a meaning on the machine alone that wrote it, which may be a proxy.
     *
     * @throws IllegalArgumentException where the text is no address
     */
    public static NetworkAddress parse(String text) {
        String literal = text.strip();
        Matcher read = LITERAL.matcher(literal);
        if (!read.matches()) {
            throw new IllegalArgumentException("Not an address");
        }
        return new NetworkAddress(InetAddress.ofLiteral(Objects.requireNonNullElse(read.group(1), literal)));
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
        return first(NETWORK_BYTES);
    }

    /** What one customer can have at most: an IPv4 address, or the /48 around an IPv6 one (RFC 6177), in which all are its. */
    public NetworkAddress assignment() {
        return first(ASSIGNED_BYTES);
    }

    public boolean isIpv6() {
        return value instanceof Inet6Address;
    }

    /** 32 or 128. */
    public int bits() {
        return Byte.SIZE * value.getAddress().length;
    }

    private NetworkAddress first(int bytes) {
        if (!isIpv6()) {
            return this;
        }
        byte[] network = value.getAddress();
        Arrays.fill(network, bytes, network.length, (byte) 0);
        return of(network);
    }

    static NetworkAddress of(byte[] bytes) {
        try {
            return new NetworkAddress(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** For people, the one way of RFC 5952. */
    public String shown() {
        return AddressBlock.of(this).toString();
    }

    /** As it is kept. */
    @Override
    public String toString() {
        String text = value.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
