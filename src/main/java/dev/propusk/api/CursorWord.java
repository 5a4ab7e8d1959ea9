package dev.propusk.api;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/** Where a list goes on: the numbers of the last row of the page before, and a check, as one opaque word. */
public final class CursorWord {
    private CursorWord() {}

    public static String of(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(bytes(numbers.length));
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.putInt(check(bytes.array())).array());
    }

    /**
     * The numbers of a word that {@link #of} made of so many; empty where it is none of ours. One place has one word.
     */
    public static Optional<long[]> read(String word, int count) {
        byte[] bytes = decoded(word, count);
        if (bytes.length != bytes(count)) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = buffer.getLong();
        }
        return of(numbers).equals(word) ? Optional.of(numbers) : Optional.empty();
    }

    private static byte[] decoded(String word, int count) {
        try {
            return word.length() <= 2 * bytes(count) ? Base64.getUrlDecoder().decode(word) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static int bytes(int numbers) {
        return numbers * Long.BYTES + Integer.BYTES;
    }

    private static int check(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
