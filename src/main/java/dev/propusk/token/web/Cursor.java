package dev.propusk.token.web;

import dev.propusk.token.TokenId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/** Where a list goes on: the last id of the page before, and a check, as one opaque word. */
final class Cursor {
    private static final int BYTES = 2 * Long.BYTES + Integer.BYTES;
    private static final int LENGTH = 27;

    private Cursor() {}

    static String after(TokenId last) {
        UUID id = last.value();
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.putInt(check(bytes.array())).array());
    }

    /** Empty where it is none of ours. */
    static Optional<TokenId> read(String cursor) {
        try {
            byte[] bytes = cursor.length() == LENGTH ? Base64.getUrlDecoder().decode(cursor) : new byte[0];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (bytes.length != BYTES || buffer.getInt(BYTES - Integer.BYTES) != check(bytes)) {
                return Optional.empty();
            }
            TokenId last = new TokenId(new UUID(buffer.getLong(), buffer.getLong()));
            // one position has one cursor
            return after(last).equals(cursor) ? Optional.of(last) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int check(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, 2 * Long.BYTES);
        return (int) crc.getValue();
    }
}
