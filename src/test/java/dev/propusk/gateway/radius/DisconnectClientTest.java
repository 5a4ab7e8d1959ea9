package dev.propusk.gateway.radius;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.gateway.radius.DisconnectReply.Verdict;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 5176, with gateways that lose, forge and refuse; FreeRADIUS as a gateway is in {@code RadiusTest}. */
class DisconnectClientTest {
    private static final byte[] SECRET = "shared".getBytes(StandardCharsets.US_ASCII);
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.callingStation("02-00-00-00-00-01"),
            Attribute.accountingSession("s1"),
            Attribute.eventTimestamp(Instant.ofEpochSecond(1_795_000_000)));

    private final DisconnectClient client =
            new DisconnectClient(List.of(Duration.ofMillis(300), Duration.ofSeconds(10)));
    private DatagramSocket gateway;

    @BeforeEach
    void listen() throws Exception {
        gateway = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        gateway.setSoTimeout(5_000);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aLostPacketIsSentAgainAsItWas() throws Exception {
        CompletableFuture<DisconnectReply> answer = send();
        DatagramPacket first = receive();
        DatagramPacket second = receive();
        assertThat(bytes(second)).isEqualTo(bytes(first));
        reply(second, 41, new byte[0], SECRET);
        assertThat(answer.get()).isEqualTo(DisconnectReply.ACKNOWLEDGED);
    }

    @Test
    void anAnswerThatTheGatewayDidNotSignIsPassedOver() throws Exception {
        CompletableFuture<DisconnectReply> answer = send();
        DatagramPacket request = receive();
        reply(request, 41, new byte[0], "another".getBytes(StandardCharsets.US_ASCII));
        byte[] badMessageAuthenticator =
                ByteBuffer.allocate(18).put((byte) 80).put((byte) 18).array();
        reply(request, 41, badMessageAuthenticator, SECRET);
        reply(request, 42, HexFormat.of().parseHex("6506000001f7"), SECRET);
        assertThat(answer.get()).isEqualTo(DisconnectReply.refused(503));
        assertThat(answer.get().isOffline()).isTrue();
        assertThat(answer.get()).hasToString("NAK 503");
    }

    @Test
    void silenceIsToldAfterAllWaits() throws Exception {
        long start = System.nanoTime();
        DisconnectClient hasty = new DisconnectClient(List.of(Duration.ofMillis(100), Duration.ofMillis(200)));
        assertThat(hasty.send(address(), SECRET, ATTRIBUTES).verdict()).isEqualTo(Verdict.NONE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(280));
        assertThat(DisconnectReply.NONE.isWorthAnotherTry()).isTrue();
    }

    @Test
    void theRequestIsSignedOverAllItsAttributes() throws Exception {
        CompletableFuture<DisconnectReply> answer = send();
        DatagramPacket request = receive();
        byte[] packet = bytes(request);
        byte[] authenticator = Arrays.copyOfRange(packet, 4, 20);
        Arrays.fill(packet, 4, 20, (byte) 0);
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(packet);
        assertThat(md5.digest(SECRET)).isEqualTo(authenticator);
        assertThat(packet[0]).isEqualTo((byte) 40);
        assertThat(packet[20]).as("Message-Authenticator stands first").isEqualTo((byte) 80);
        assertThat(new String(packet, StandardCharsets.ISO_8859_1)).contains("02-00-00-00-00-01", "s1");
        reply(request, 41, new byte[0], SECRET);
        assertThat(answer.get()).isEqualTo(DisconnectReply.ACKNOWLEDGED);
    }

    private CompletableFuture<DisconnectReply> send() {
        return CompletableFuture.supplyAsync(
                () -> client.send(address(), SECRET, ATTRIBUTES),
                task -> Thread.ofVirtual().start(task));
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getLocalPort());
    }

    private DatagramPacket receive() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        gateway.receive(packet);
        return packet;
    }

    private static byte[] bytes(DatagramPacket packet) {
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private void reply(DatagramPacket request, int code, byte[] attributes, byte[] secret) throws Exception {
        List<byte[]> parts = new ArrayList<>();
        ByteBuffer header = ByteBuffer.allocate(4)
                .put((byte) code)
                .put(request.getData()[1])
                .putShort((short) (20 + attributes.length));
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(header.array());
        md5.update(request.getData(), 4, 16);
        md5.update(attributes);
        parts.add(header.array());
        parts.add(md5.digest(secret));
        parts.add(attributes);
        ByteBuffer answer = ByteBuffer.allocate(20 + attributes.length);
        parts.forEach(answer::put);
        gateway.send(new DatagramPacket(answer.array(), answer.capacity(), request.getSocketAddress()));
    }
}
