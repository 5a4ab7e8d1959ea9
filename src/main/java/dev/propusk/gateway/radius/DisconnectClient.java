package dev.propusk.gateway.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a Disconnect-Request and waits for its answer, sending the same packet again while there is none (RFC 5080, 2.2.1). */
public final class DisconnectClient {
    private static final Logger log = LoggerFactory.getLogger(DisconnectClient.class);
    private static final int LONGEST = 4096;
    private static final int IDS = 256;

    private final List<Duration> waits;
    private final SecureRandom random = new SecureRandom();

    /** @param waits how long to wait for an answer after each sending */
    public DisconnectClient(List<Duration> waits) {
        this.waits = List.copyOf(waits);
    }

    /** Blocks until the gateway has answered, or has been silent for all the waits. */
    public DisconnectReply send(InetSocketAddress gateway, byte[] secret, List<Attribute> attributes) {
        DisconnectPacket request = DisconnectPacket.request(random.nextInt(IDS), attributes, secret);
        byte[] bytes = request.bytes();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(gateway);
            for (Duration wait : waits) {
                socket.send(new DatagramPacket(bytes, bytes.length));
                Optional<DisconnectReply> answer = await(socket, request, System.nanoTime() + wait.toNanos());
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        } catch (IOException e) {
            log.warn("A Disconnect-Request to {} could not be sent: {}", gateway, e.toString());
        }
        return DisconnectReply.NONE;
    }

    /** What is not its answer, or not signed by it, is passed over. */
    private static Optional<DisconnectReply> await(DatagramSocket socket, DisconnectPacket request, long deadline)
            throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[LONGEST], LONGEST);
        long left = deadline - System.nanoTime();
        while (left > 0) {
            try {
                socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
                socket.receive(datagram);
                Optional<DisconnectReply> answer = request.read(datagram.getData(), datagram.getLength());
                if (answer.isPresent()) {
                    return answer;
                }
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            } catch (PortUnreachableException e) {
                log.debug("Nobody listens at {}", socket.getRemoteSocketAddress());
            }
            left = deadline - System.nanoTime();
        }
        return Optional.empty();
    }
}
