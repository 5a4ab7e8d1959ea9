package dev.propusk.base;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An IP address, or a network of them as equipment hands them out: 128 bits, IPv4 in its place within IPv6 (RFC 4291,
 * 2.5.5.2). Written the one way of RFC 5952, whatever way it was read.
 *
 * @param bits how many of them are the network's; 128: a single address
 */
public record AddressBlock(long high, long low, int bits) {
    private static final int ALL = 128;
    private static final int HALF = 64;
    /** No provider hands out a larger one. */
    private static final int LARGEST = 16;

    private static final long IPV4 = 0xFFFFL << 32;
    private static final int GROUPS = 8;

    public AddressBlock {
        if (bits < 0 || bits > ALL) {
            throw new IllegalArgumentException("A network of " + bits + " bits");
        }
        high &= mask(Math.min(bits, HALF));
        low &= mask(Math.max(0, bits - HALF));
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (HALF - bits);
    }

    public static AddressBlock of(NetworkAddress address) {
        byte[] bytes = address.value().getAddress();
        return bytes.length == 16
                ? of(bytes, ALL)
                : new AddressBlock(0, IPV4 | (ByteBuffer.wrap(bytes).getInt() & 0xFFFF_FFFFL), ALL);
    }

    /**
     * As it is kept.
     *
     * @param network 16 bytes, as {@link #network} gives them
     */
    public static AddressBlock of(byte[] network, int bits) {
        ByteBuffer buffer = ByteBuffer.wrap(network);
        return new AddressBlock(buffer.getLong(), buffer.getLong(), bits);
    }

    /** An address, or a network as {@code 2001:db8::/56}; empty where the text is neither, or names no place. */
    public static Optional<AddressBlock> read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return NetworkAddress.read(text).map(AddressBlock::of).filter(AddressBlock::isSomewhere);
        }
        String bits = text.substring(slash + 1);
        return NetworkAddress.read(text.substring(0, slash))
                .map(AddressBlock::of)
                .filter(address -> !address.isIpv4() && bits.matches("[0-9]{1,3}"))
                .filter(address -> Integer.parseInt(bits) >= LARGEST && Integer.parseInt(bits) <= ALL)
                .map(address -> new AddressBlock(address.high, address.low, Integer.parseInt(bits)))
                .filter(AddressBlock::isSomewhere);
    }

    /** Neither "none" nor "the equipment chooses" (RFC 2865, 5.8). */
    private boolean isSomewhere() {
        return !(high == 0 && low == 0) && !(isIpv4() && ((int) low == 0 || (int) low == -1 || (int) low == -2));
    }

    /** The 16 bytes, as they are kept in the database. */
    public byte[] network() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /** Its first. */
    public NetworkAddress address() {
        return NetworkAddress.of(network());
    }

    public boolean isIpv4() {
        return high == 0 && low >>> 32 == 0xFFFF && bits == ALL;
    }

    public boolean isSingle() {
        return bits == ALL;
    }

    /** Itself, and each network that it may have been handed out in; an IPv4 address is always handed out alone. */
    public List<AddressBlock> around() {
        return isIpv4()
                ? List.of(this)
                : IntStream.rangeClosed(LARGEST, bits)
                        .mapToObj(length -> new AddressBlock(high, low, length))
                        .toList();
    }

    /** As RFC 5952 has it, with the length of a network behind it. */
    @Override
    public String toString() {
        if (isIpv4()) {
            return (low >> 24 & 255) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
        }
        Zeros zeros = longestZeros();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (zeros.length > 1 && i == zeros.at) {
                text.append("::");
                i += zeros.length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(group(i)));
            }
        }
        return isSingle() ? text.toString() : text + "/" + bits;
    }

    private record Zeros(int at, int length) {}

    /** The first of the longest. */
    private Zeros longestZeros() {
        Zeros longest = new Zeros(0, 0);
        int at = 0;
        while (at < GROUPS) {
            int end = at;
            while (end < GROUPS && group(end) == 0) {
                end++;
            }
            longest = end - at > longest.length ? new Zeros(at, end - at) : longest;
            at = Math.max(end, at) + 1;
        }
        return longest;
    }

    private int group(int index) {
        long half = index < GROUPS / 2 ? high : low;
        return (int) (half >>> (48 - 16 * (index % 4))) & 0xFFFF;
    }
}
