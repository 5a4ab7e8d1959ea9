package dev.propusk.gateway.disconnect;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** Equipment that takes Disconnect-Requests by the rules that its source or its pages publish. No equipment was used. */
final class FakeNas implements AutoCloseable {
    static final int ACK = 0;
    static final int USER_NAME = 1;
    static final int NAS_IP_ADDRESS = 4;
    static final int FRAMED_IP_ADDRESS = 8;
    static final int CALLING_STATION_ID = 31;
    static final int NAS_IDENTIFIER = 32;
    static final int ACCT_SESSION_ID = 44;
    static final int EVENT_TIMESTAMP = 55;
    static final int MESSAGE_AUTHENTICATOR = 80;

    final DatagramSocket socket;
    /** By type, of each request; the values of those that are text. */
    final List<Map<Integer, String>> requests = new CopyOnWriteArrayList<>();

    private final byte[] secret;
    private final ToIntFunction<Map<Integer, String>> rules;

    /** @param rules the Error-Cause, or {@link #ACK} */
    FakeNas(String secret, ToIntFunction<Map<Integer, String>> rules) throws IOException {
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
        this.rules = rules;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** hostapd's radius_das.c and hostapd_das_find_sta: its list, its own names, no user without 802.1X, its stations. */
    static int hostapd(
            Map<Integer, String> request, String itsAddress, String itsName, String station, String session) {
        Set<Integer> allowed = Set.of(
                USER_NAME,
                NAS_IP_ADDRESS,
                CALLING_STATION_ID,
                NAS_IDENTIFIER,
                ACCT_SESSION_ID,
                EVENT_TIMESTAMP,
                MESSAGE_AUTHENTICATOR);
        if (!allowed.containsAll(request.keySet())) {
            return 401;
        }
        if (!request.getOrDefault(NAS_IP_ADDRESS, itsAddress).equals(itsAddress)
                || !request.getOrDefault(NAS_IDENTIFIER, itsName).equals(itsName)) {
            return 403;
        }
        boolean found = request.getOrDefault(CALLING_STATION_ID, station).equals(station)
                && request.getOrDefault(ACCT_SESSION_ID, session).equals(session)
                && !request.containsKey(USER_NAME);
        return found ? ACK : 503;
    }

    /** inverse-inc/packetfence#7703: RouterOS finds nobody without the address. */
    static int routerOs(Map<Integer, String> request, String address) {
        return address.equals(request.get(FRAMED_IP_ADDRESS)) ? ACK : 503;
    }

    /** As packetfence tells it: found by all of these, and by nothing without them. */
    static int found(Map<Integer, String> request, Integer... needed) {
        return request.keySet().containsAll(Set.of(needed)) ? ACK : 503;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket datagram = new DatagramPacket(new byte[4096], 4096);
                socket.receive(datagram);
                byte[] packet = java.util.Arrays.copyOf(datagram.getData(), datagram.getLength());
                Map<Integer, String> request = attributes(packet);
                requests.add(request);
                byte[] answer = answer(packet, rules.applyAsInt(request));
                socket.send(new DatagramPacket(answer, answer.length, datagram.getSocketAddress()));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static Map<Integer, String> attributes(byte[] packet) {
        Map<Integer, String> found = new TreeMap<>();
        for (int at = 20; at < packet.length; at += packet[at + 1] & 0xFF) {
            int type = packet[at] & 0xFF;
            byte[] value = java.util.Arrays.copyOfRange(packet, at + 2, at + (packet[at + 1] & 0xFF));
            found.put(
                    type,
                    type == NAS_IP_ADDRESS || type == FRAMED_IP_ADDRESS
                            ? dotted(value)
                            : new String(value, StandardCharsets.UTF_8));
        }
        return found;
    }

    private static String dotted(byte[] ip) {
        return (ip[0] & 255) + "." + (ip[1] & 255) + "." + (ip[2] & 255) + "." + (ip[3] & 255);
    }

    private byte[] answer(byte[] request, int cause) {
        byte[] attributes = cause == ACK
                ? new byte[0]
                : ByteBuffer.allocate(6)
                        .put((byte) 101)
                        .put((byte) 6)
                        .putInt(cause)
                        .array();
        ByteBuffer answer = ByteBuffer.allocate(20 + attributes.length)
                .put((byte) (cause == ACK ? 41 : 42))
                .put(request[1])
                .putShort((short) (20 + attributes.length))
                .put(request, 4, 16)
                .put(attributes);
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(answer.array());
            answer.put(4, md5.digest(secret));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return answer.array();
    }

    @Override
    public void close() {
        socket.close();
    }
}
