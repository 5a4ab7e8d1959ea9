package dev.propusk.gateway.radius;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A Disconnect-Request, signed twice, and the reading of its answer (RFC 5176, RFC 3579 3.2). */
final class DisconnectPacket {
    static final int REQUEST = 40;
    static final int ACK = 41;
    static final int NAK = 42;

    private static final int HEADER = 20;
    private static final int AUTHENTICATOR = 4;
    private static final int AUTHENTICATOR_BYTES = 16;
    private static final int LONGEST = 4096;

    private final byte[] bytes;
    private final byte[] secret;

    private DisconnectPacket(byte[] bytes, byte[] secret) {
        this.bytes = bytes;
        this.secret = secret;
    }

    /** The Message-Authenticator stands first, where nothing that a stranger chose can stand before it. */
    static DisconnectPacket request(int id, List<Attribute> attributes, byte[] secret) {
        int length = HEADER + 2 + AUTHENTICATOR_BYTES;
        for (Attribute attribute : attributes) {
            length += attribute.length();
        }
        ByteBuffer packet = ByteBuffer.allocate(length)
                .put((byte) REQUEST)
                .put((byte) id)
                .putShort((short) length)
                .put(new byte[AUTHENTICATOR_BYTES])
                .put((byte) Attribute.MESSAGE_AUTHENTICATOR)
                .put((byte) (2 + AUTHENTICATOR_BYTES))
                .put(new byte[AUTHENTICATOR_BYTES]);
        for (Attribute attribute : attributes) {
            attribute.writeTo(packet);
        }
        byte[] bytes = packet.array();
        packet.put(HEADER + 2, hmac(secret, bytes));
        packet.put(AUTHENTICATOR, md5(bytes, secret));
        return new DisconnectPacket(bytes, secret);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What the gateway says, if this is its own, unaltered answer to this request. */
    Optional<DisconnectReply> read(byte[] datagram, int received) {
        ByteBuffer answer = ByteBuffer.wrap(datagram, 0, received);
        if (received < HEADER || answer.get(1) != bytes[1]) {
            return Optional.empty();
        }
        int length = answer.getShort(2) & 0xFFFF;
        if (length < HEADER || length > received || length > LONGEST) {
            return Optional.empty();
        }
        byte[] signed = new byte[length];
        answer.get(0, signed);
        byte[] authenticator = new byte[AUTHENTICATOR_BYTES];
        answer.get(AUTHENTICATOR, authenticator);
        System.arraycopy(bytes, AUTHENTICATOR, signed, AUTHENTICATOR, AUTHENTICATOR_BYTES);
        return MessageDigest.isEqual(authenticator, md5(signed, secret))
                ? attributes(signed).flatMap(found -> verdict(signed[0], found))
                : Optional.empty();
    }

    private record Found(int errorCause, boolean signed) {}

    private Optional<Found> attributes(byte[] packet) {
        int errorCause = 0;
        boolean genuine = true;
        int at = HEADER;
        while (at + 2 <= packet.length) {
            int size = packet[at + 1] & 0xFF;
            if (size < 2 || at + size > packet.length) {
                return Optional.empty();
            }
            int type = packet[at] & 0xFF;
            if (type == Attribute.ERROR_CAUSE && size == 6) {
                errorCause = ByteBuffer.wrap(packet).getInt(at + 2);
            }
            if (type == Attribute.MESSAGE_AUTHENTICATOR) {
                genuine &= size == 2 + AUTHENTICATOR_BYTES && isSigned(packet, at + 2);
            }
            at += size;
        }
        return Optional.of(new Found(errorCause, genuine));
    }

    private boolean isSigned(byte[] packet, int at) {
        byte[] given = new byte[AUTHENTICATOR_BYTES];
        ByteBuffer.wrap(packet).get(at, given);
        byte[] blank = packet.clone();
        ByteBuffer.wrap(blank).put(at, new byte[AUTHENTICATOR_BYTES]);
        return MessageDigest.isEqual(given, hmac(secret, blank));
    }

    private static Optional<DisconnectReply> verdict(int code, Found found) {
        if (!found.signed()) {
            return Optional.empty();
        }
        return switch (code) {
            case ACK -> Optional.of(DisconnectReply.ACKNOWLEDGED);
            case NAK -> Optional.of(DisconnectReply.refused(found.errorCause()));
            default -> Optional.empty();
        };
    }

    private static byte[] md5(byte[] packet, byte[] secret) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(packet);
            return md5.digest(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] secret, byte[] packet) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(secret, "HmacMD5"));
            return mac.doFinal(packet);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
