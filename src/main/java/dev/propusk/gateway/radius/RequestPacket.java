package dev.propusk.gateway.radius;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request, signed by its Message-Authenticator and, where its kind has it, whole; and the reading of its answer. */
public final class RequestPacket {
    private static final int ACCESS_REQUEST = 1;
    private static final int DISCONNECT_REQUEST = 40;
    private static final int HEADER = 20;
    private static final int AUTHENTICATOR = 4;
    private static final int AUTHENTICATOR_BYTES = 16;
    private static final int LONGEST = 4096;
    private static final int IDS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final byte[] secret;

    private RequestPacket(byte[] bytes, byte[] secret) {
        this.bytes = bytes;
        this.secret = secret;
    }

    /**
     * An answer that is the asked one's own.
     *
     * @param code what it says (RFC 2865, 3; RFC 5176, 2)
     * @param errorCause why it refused (RFC 5176, 3.5), 0 where it does not say
     */
    public record Reply(int code, int errorCause) {}

    /** A Disconnect-Request (RFC 5176, 2.3): its authenticator signs it. */
    static RequestPacket disconnect(List<Attribute> attributes, byte[] secret) {
        RequestPacket request = of(DISCONNECT_REQUEST, new byte[AUTHENTICATOR_BYTES], attributes, secret);
        ByteBuffer.wrap(request.bytes).put(AUTHENTICATOR, md5(request.bytes, secret));
        return request;
    }

    /** An Access-Request (RFC 2865, 4.1): its authenticator is drawn. */
    public static RequestPacket access(List<Attribute> attributes, byte[] secret) {
        byte[] drawn = new byte[AUTHENTICATOR_BYTES];
        RANDOM.nextBytes(drawn);
        return of(ACCESS_REQUEST, drawn, attributes, secret);
    }

    /** The Message-Authenticator stands first, where nothing that a stranger chose can stand before it. */
    private static RequestPacket of(int code, byte[] authenticator, List<Attribute> attributes, byte[] secret) {
        int length = HEADER
                + 2
                + AUTHENTICATOR_BYTES
                + attributes.stream().mapToInt(Attribute::length).sum();
        ByteBuffer packet = ByteBuffer.allocate(length)
                .put((byte) code)
                .put((byte) RANDOM.nextInt(IDS))
                .putShort((short) length)
                .put(authenticator)
                .put((byte) Attribute.MESSAGE_AUTHENTICATOR)
                .put((byte) (2 + AUTHENTICATOR_BYTES))
                .put(new byte[AUTHENTICATOR_BYTES]);
        for (Attribute attribute : attributes) {
            attribute.writeTo(packet);
        }
        byte[] bytes = packet.array();
        packet.put(HEADER + 2, hmac(secret, bytes));
        return new RequestPacket(bytes, secret);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it answers this request, whoever wrote it. */
    boolean isAnsweredBy(byte[] datagram, int received) {
        return received >= HEADER && datagram[1] == bytes[1];
    }

    /** What is said, if this is the asked one's own, unaltered answer to this request. */
    Optional<Reply> read(byte[] datagram, int received) {
        ByteBuffer answer = ByteBuffer.wrap(datagram, 0, received);
        if (!isAnsweredBy(datagram, received)) {
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
                ? attributes(signed).filter(Found::signed).map(found -> new Reply(signed[0] & 0xFF, found.errorCause()))
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
