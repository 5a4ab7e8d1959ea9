package dev.propusk.gateway.radius;

import dev.propusk.gateway.radius.RequestPacket.Reply;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a request and waits for its answer, sending the same packet again while there is none (RFC 5080, 2.2.1). */
public final class RequestClient {
    private static final Logger log = LoggerFactory.getLogger(RequestClient.class);
    private static final int LONGEST = 4096;

    private final List<Duration> waits;

    /** @param waits how long to wait for an answer after each sending */
    public RequestClient(List<Duration> waits) {
        this.waits = List.copyOf(waits);
    }

    /**
     * What came of it.
     *
     * @param reply empty: no answer that was signed rightly
     * @param forged whether one came that was not
     * @param unreachable whether nobody listens there, or there is no way there
     */
    public record Exchange(Optional<Reply> reply, boolean forged, boolean unreachable) {}

    /** Blocks until there is an answer, or was none for all the waits; from any port of this machine. */
    public Exchange send(InetSocketAddress to, RequestPacket request) {
        try (DatagramSocket socket = new DatagramSocket()) {
            return send(socket, to, request);
        } catch (IOException e) {
            log.warn("A RADIUS request to {} could not be sent: {}", to, e.toString());
            return new Exchange(Optional.empty(), false, true);
        }
    }

    /**
     * From this socket.
     *
     * @throws IOException where there is no way there
     */
    public Exchange send(DatagramSocket socket, InetSocketAddress to, RequestPacket request) throws IOException {
        Waiting waiting = new Waiting(socket, request);
        byte[] bytes = request.bytes();
        socket.connect(to);
        for (Duration wait : waits) {
            waiting.send(bytes);
            Optional<Reply> answer = waiting.await(System.nanoTime() + wait.toNanos());
            if (answer.isPresent()) {
                return new Exchange(answer, false, false);
            }
        }
        return new Exchange(Optional.empty(), waiting.forged, waiting.unreachable);
    }

    private static final class Waiting {
        private final DatagramPacket datagram = new DatagramPacket(new byte[LONGEST], LONGEST);
        private final DatagramSocket socket;
        private final RequestPacket request;
        private boolean forged;
        private boolean unreachable;

        Waiting(DatagramSocket socket, RequestPacket request) {
            this.socket = socket;
            this.request = request;
        }

        void send(byte[] bytes) throws IOException {
            try {
                socket.send(new DatagramPacket(bytes, bytes.length));
            } catch (PortUnreachableException e) {
                noteUnreachable();
            }
        }

        /** What is not its answer, or not signed by it, is passed over. */
        Optional<Reply> await(long deadline) throws IOException {
            long left = deadline - System.nanoTime();
            while (left > 0) {
                try {
                    socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
                    socket.receive(datagram);
                    Optional<Reply> answer = request.read(datagram.getData(), datagram.getLength());
                    if (answer.isPresent()) {
                        return answer;
                    }
                    forged |= request.isAnsweredBy(datagram.getData(), datagram.getLength());
                } catch (SocketTimeoutException e) {
                    return Optional.empty();
                } catch (PortUnreachableException e) {
                    noteUnreachable();
                }
                left = deadline - System.nanoTime();
            }
            return Optional.empty();
        }

        private void noteUnreachable() {
            unreachable = true;
            log.debug("Nobody listens at {}", socket.getRemoteSocketAddress());
        }
    }
}
