package dev.propusk.bench.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A gateway that speaks RADIUS from an address of its own, one packet after the other (RFC 2865, 2866, 3579). */
public final class RadiusLine implements AutoCloseable {
    public static final int ACCEPT = 2;
    public static final int REJECT = 3;
    public static final int REPORTED = 5;

    private static final int HEADER = 20;
    private static final int AUTHENTICATOR = 4;
    private static final int BYTES = 16;
    private static final int MESSAGE_AUTHENTICATOR = 80;
    /** As equipment does: then the same packet once more. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int TRIES = 6;

    private final DatagramSocket socket;
    private final int authPort;
    private final int acctPort;
    private final byte[] secret;
    private int id;

    public RadiusLine(InetAddress from, int authPort, int acctPort, String secret) throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(from, 0));
        this.authPort = authPort;
        this.acctPort = acctPort;
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    }

    /** Whether somebody may pass: {@link #ACCEPT} or {@link #REJECT}. */
    public int ask(String user, String device) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream attributes = new ByteArrayOutputStream();
        attributes.writeBytes(new byte[] {MESSAGE_AUTHENTICATOR, 2 + BYTES});
        attributes.writeBytes(new byte[BYTES]);
        text(attributes, 1, user);
        text(attributes, 31, device);
        byte[] packet = packet(1, attributes);
        byte[] random = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        System.arraycopy(random, 0, packet, AUTHENTICATOR, BYTES);
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(secret, "HmacMD5"));
        System.arraycopy(mac.doFinal(packet), 0, packet, HEADER + 2, BYTES);
        return send(packet, authPort);
    }

    /** That a session goes on. */
    public int report(String session, String device, int octets) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream attributes = new ByteArrayOutputStream();
        number(attributes, 40, 3);
        text(attributes, 44, session);
        text(attributes, 31, device);
        number(attributes, 42, octets);
        number(attributes, 43, octets);
        byte[] packet = packet(4, attributes);
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(packet);
        System.arraycopy(md5.digest(secret), 0, packet, AUTHENTICATOR, BYTES);
        return send(packet, acctPort);
    }

    private byte[] packet(int code, ByteArrayOutputStream attributes) {
        byte[] packet = new byte[HEADER + attributes.size()];
        packet[0] = (byte) code;
        packet[1] = (byte) id++;
        packet[2] = (byte) (packet.length >> 8);
        packet[3] = (byte) packet.length;
        System.arraycopy(attributes.toByteArray(), 0, packet, HEADER, attributes.size());
        return packet;
    }

    private int send(byte[] packet, int port) throws IOException {
        for (int tried = 1; ; tried++) {
            try {
                socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
                return answer(packet[1]);
            } catch (SocketTimeoutException e) {
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private int answer(byte to) throws IOException {
        byte[] answer = new byte[4096];
        do {
            socket.receive(new DatagramPacket(answer, answer.length));
        } while (answer[1] != to);
        return answer[0];
    }

    private static void text(ByteArrayOutputStream to, int type, String text) {
        value(to, type, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteArrayOutputStream to, int type, int number) {
        value(to, type, new byte[] {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    private static void value(ByteArrayOutputStream to, int type, byte[] value) {
        to.writeBytes(new byte[] {(byte) type, (byte) (2 + value.length)});
        to.writeBytes(value);
    }

    @Override
    public void close() {
        socket.close();
        Arrays.fill(secret, (byte) 0);
    }
}
