package dev.propusk.base;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A device's hardware address: 6 bytes in the low 48 bits, shown as {@code AA:BB:CC:DD:EE:FF}.
 *
 * <p>Group addresses and the all-zero address name no device and are refused (IEEE 802, EUI-48).
 */
public record MacAddress(long bits) {
    private static final long MAX = 0xFFFF_FFFF_FFFFL;
    private static final long GROUP_BIT = 0x0100_0000_0000L;
    private static final long LOCAL_BIT = 0x0200_0000_0000L;

    /** Six pairs, or three groups of four (Cisco), by one kind of separator, or twelve digits. */
    private static final Pattern NOTATION = Pattern.compile(
            "[0-9a-f]{12}|[0-9a-f]{2}(?:([:.\\- ])[0-9a-f]{2})(?:\\1[0-9a-f]{2}){4}|[0-9a-f]{4}([.:\\-])[0-9a-f]{4}\\2[0-9a-f]{4}|[0-9a-f]{6}[:\\-][0-9a-f]{6}");

    public MacAddress {
        if (bits <= 0 || bits > MAX || (bits & GROUP_BIT) != 0) {
            throw new InvalidMacAddressException();
        }
    }

    /**
     * Reads any usual notation: colons, dashes, dots, spaces, Cisco's groups of four, or none, in either case.
     *
     * @throws InvalidMacAddressException where the text is no device's address
     */
    public static MacAddress parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        if (trimmed.length() > 17 || !NOTATION.matcher(trimmed).matches()) {
            throw new InvalidMacAddressException();
        }
        return new MacAddress(HexFormat.fromHexDigitsToLong(trimmed.replaceAll("[^0-9a-f]", "")));
    }

    /** As {@link #parse}, but empty where the text is no device's address. */
    public static Optional<MacAddress> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (InvalidMacAddressException e) {
            return Optional.empty();
        }
    }

    /** From the 6 bytes that {@link #bytes} gives. */
    public static MacAddress of(byte[] bytes) {
        if (bytes.length != 6) {
            throw new InvalidMacAddressException();
        }
        long bits = 0;
        for (byte b : bytes) {
            bits = bits << 8 | (b & 0xFF);
        }
        return new MacAddress(bits);
    }

    /** The 6 bytes, as they are kept in the database and sent on the wire. */
    public byte[] bytes() {
        byte[] bytes = new byte[6];
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (bits >> (40 - 8 * i));
        }
        return bytes;
    }

    /** Whether the device made this address up itself (private, randomised address): it may change. */
    public boolean isPrivate() {
        return (bits & LOCAL_BIT) != 0;
    }

    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes());
    }
}
