package dev.propusk.base;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where something may be used: addresses and ranges in CIDR notation.
 *
 * @param ranges at most {@value #MOST}; none: from everywhere
 */
public record AddressList(List<NetworkRange> ranges) {
    public static final AddressList EVERYWHERE = new AddressList(List.of());

    static final int MOST = 20;

    /** @throws IllegalArgumentException where there are too many */
    public AddressList {
        ranges = List.copyOf(ranges);
        if (ranges.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " ranges");
        }
    }

    /**
     * Reads one as people write it, by commas, spaces or lines; nothing is {@link #EVERYWHERE}.
     *
     * @throws IllegalArgumentException where something in it is no range
     */
    public static AddressList parse(@Nullable String text) {
        return new AddressList(Stream.of((text == null ? "" : text).split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(NetworkRange::valueOf)
                .toList());
    }

    /** Whether {@link #parse} reads it. */
    public static boolean isOne(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it may be used from this address; one that can't be read is none of ours. */
    public boolean admits(String address) {
        return ranges.isEmpty()
                || NetworkAddress.read(address)
                        .filter(from -> ranges.stream().anyMatch(range -> range.contains(from)))
                        .isPresent();
    }

    /** As it is stored; null: from everywhere. */
    public @Nullable String stored() {
        return NetworkRange.stored(ranges);
    }

    /** As a person writes it. */
    @Override
    public String toString() {
        return NetworkRange.shown(ranges);
    }
}
