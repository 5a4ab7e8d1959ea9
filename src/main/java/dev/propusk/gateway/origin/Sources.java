package dev.propusk.gateway.origin;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import dev.propusk.base.NetworkRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From where a gateway speaks: addresses and ranges of them, IPv4 and IPv6.
 *
 * @param ranges at most {@value #MOST}, none of them twice
 */
public record Sources(List<NetworkRange> ranges) {
    public static final Sources NOWHERE = new Sources(List.of());

    static final int MOST = 20;

    /** No larger ones: an address would have the secret of half the world. */
    private static final int LARGEST_IPV4 = 8;

    private static final int LARGEST_IPV6 = 32;
    private static final int IPV6_BITS = 128;

    /** @throws IllegalArgumentException where there are too many, or one is too large */
    public Sources {
        ranges = ranges.stream().distinct().toList();
        if (ranges.size() > MOST || !ranges.stream().allMatch(Sources::isSmallEnough)) {
            throw new IllegalArgumentException("No list of addresses");
        }
    }

    private static boolean isSmallEnough(NetworkRange range) {
        return range.bits() >= (range.network().isIpv6() ? LARGEST_IPV6 : LARGEST_IPV4);
    }

    /**
     * Reads them as people write them, by commas, spaces or lines.
     *
     * @throws IllegalArgumentException where something in the text is none of them
     */
    public static Sources parse(String text) {
        return new Sources(Stream.of(text.split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(Sources::range)
                .toList());
    }

    /** Whether {@link #parse} reads it. */
    public static boolean areSome(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static NetworkRange range(String text) {
        if (text.indexOf('%') >= 0) {
            throw new IllegalArgumentException("An address of this machine's own zone");
        }
        return NetworkRange.valueOf(text);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The first that is a single one: where a Disconnect-Request goes whose session tells no other place. */
    public Optional<NetworkAddress> first() {
        return ranges.stream()
                .filter(NetworkRange::isSingle)
                .map(NetworkRange::network)
                .findFirst();
    }

    /** All but {@link #first}. */
    public Sources further() {
        Optional<NetworkAddress> first = first();
        return new Sources(ranges.stream()
                .filter(range -> !(range.isSingle() && first.equals(Optional.of(range.network()))))
                .toList());
    }

    public boolean contain(NetworkAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Whether a packet could come from both. */
    public boolean overlap(Sources other) {
        return ranges.stream()
                .anyMatch(one -> other.ranges.stream()
                        .anyMatch(two -> one.contains(two.network()) || two.contains(one.network())));
    }

    /** As they are kept, to be found by {@link #around}. */
    public List<AddressBlock> blocks() {
        return ranges.stream()
                .map(range -> block(range.network(), range.bits()))
                .toList();
    }

    /** Each range that an address can be in, itself first. */
    public static List<AddressBlock> around(NetworkAddress address) {
        int largest = address.isIpv6() ? LARGEST_IPV6 : LARGEST_IPV4;
        return IntStream.rangeClosed(0, address.bits() - largest)
                .mapToObj(less -> block(address, address.bits() - less))
                .toList();
    }

    private static AddressBlock block(NetworkAddress address, int bits) {
        AddressBlock whole = AddressBlock.of(address);
        return new AddressBlock(whole.high(), whole.low(), IPV6_BITS - address.bits() + bits);
    }

    /** As a person writes them. */
    @Override
    public String toString() {
        return NetworkRange.shown(ranges);
    }
}
