package dev.propusk.base;

import dev.propusk.base.typed.Typed;
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

    private static final int LONGEST = 64;

    /** Six pairs, three groups of four, two of six, by one kind of separator, or twelve digits; a zero may be left out of a pair. */
    private static final Pattern NOTATION = Pattern.compile("[0-9a-f]{12}"
            + "|[0-9a-f]{1,2}(?:([:\\-])[0-9a-f]{1,2})(?:\\1[0-9a-f]{1,2}){4}"
            + "|[0-9a-f]{2}(?:([. ])[0-9a-f]{2})(?:\\2[0-9a-f]{2}){4}"
            + "|[0-9a-f]{4}([.:\\- ])[0-9a-f]{4}\\3[0-9a-f]{4}"
            + "|[0-9a-f]{6}[:\\-][0-9a-f]{6}");

    private static final Pattern LONE_DIGIT = Pattern.compile("(?<![0-9a-f])[0-9a-f](?![0-9a-f])");
    private static final Pattern SIGNS_AROUND = Pattern.compile("^[ ]+|[ ;,.]+$");
    private static final Pattern SPACED = Pattern.compile(" *([:.\\-]) *");

    public MacAddress {
        if (bits <= 0 || bits > MAX || (bits & GROUP_BIT) != 0) {
            throw new InvalidMacAddressException();
        }
    }

    /**
     * Reads any usual notation: colons, dashes, dots, spaces, groups of four or six, or none, in either case, also with
     * what keyboards and clipboards make of it (see {@link Typed}).
     *
     * @throws InvalidMacAddressException where the text is no device's address
     */
    public static MacAddress parse(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidMacAddressException();
        }
        String written = written(text);
        if (!NOTATION.matcher(written).matches()) {
            throw new InvalidMacAddressException();
        }
        return new MacAddress(HexFormat.fromHexDigitsToLong(
                LONE_DIGIT.matcher(written).replaceAll("0$0").replaceAll("[^0-9a-f]", "")));
    }

    private static String written(String text) {
        String plain = SIGNS_AROUND.matcher(Typed.plain(text)).replaceAll("").toLowerCase(Locale.ROOT);
        return SPACED.matcher(plain)
                .replaceAll("$1")
                .chars()
                .map(MacAddress::latin)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The digit that a letter of a Russian keyboard was taken for, and the letter O. */
    private static int latin(int sign) {
        return switch (sign) {
            case '\u0430' -> 'a';
            case '\u0432' -> 'b';
            case '\u0441' -> 'c';
            case '\u0435' -> 'e';
            case 'o', '\u043E' -> '0';
            default -> sign;
        };
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
