package dev.propusk.base;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A range of IP addresses in CIDR notation: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. */
public record NetworkRange(NetworkAddress network, int bits) {
    private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

    public NetworkRange {
        if (bits < 0 || bits > network.bits()) {
            throw new IllegalArgumentException("A prefix of " + bits + " bits");
        }
        network = NetworkAddress.of(masked(network, bits));
    }

    /**
     * Reads {@code 10.0.0.0/8}, or one address.
     *
     * @throws IllegalArgumentException where the text is no range
     */
    public static NetworkRange valueOf(String text) {
        int slash = text.indexOf('/');
        NetworkAddress network = NetworkAddress.parse(slash < 0 ? text : text.substring(0, slash));
        return new NetworkRange(network, slash < 0 ? network.bits() : bits(text.substring(slash + 1)));
    }

    private static int bits(String text) {
        String bits = text.strip();
        if (!BITS.matcher(bits).matches()) {
            throw new IllegalArgumentException("Not a number of bits");
        }
        return Integer.parseInt(bits);
    }

    /** Whether it is one address. */
    public boolean isSingle() {
        return bits == network.bits();
    }

    public boolean contains(NetworkAddress address) {
        byte[] own = network.value().getAddress();
        return own.length == address.value().getAddress().length && Arrays.equals(own, masked(address, bits));
    }

    private static byte[] masked(NetworkAddress address, int bits) {
        byte[] bytes = address.value().getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - 8L * i, 0, 8);
            bytes[i] = (byte) (bytes[i] & (0xFF << (8 - kept)));
        }
        return bytes;
    }

    /** For people: a single address stands alone. */
    public String shown() {
        return isSingle() ? network.shown() : network.shown() + "/" + bits;
    }

    /** For people, in a line. */
    public static String shown(List<NetworkRange> ranges) {
        return ranges.stream().map(NetworkRange::shown).collect(Collectors.joining(", "));
    }

    /** In a column, of which whoever takes such a list reads it again; null: none. */
    public static @Nullable String stored(List<NetworkRange> ranges) {
        return ranges.isEmpty()
                ? null
                : ranges.stream().map(NetworkRange::toString).collect(Collectors.joining(", "));
    }

    /** As it is kept. */
    @Override
    public String toString() {
        return network + "/" + bits;
    }
}
