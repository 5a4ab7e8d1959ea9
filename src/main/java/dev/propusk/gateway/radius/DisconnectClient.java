package dev.propusk.gateway.radius;

import dev.propusk.gateway.radius.RequestPacket.Reply;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends a Disconnect-Request and says what came of it (RFC 5176). */
public final class DisconnectClient {
    private static final int ACK = 41;
    private static final int NAK = 42;

    private final RequestClient client;

    /** @param waits how long to wait for an answer after each sending */
    public DisconnectClient(List<Duration> waits) {
        this.client = new RequestClient(waits);
    }

    /** Blocks until the gateway has answered, or has been silent for all the waits. */
    public DisconnectReply send(InetSocketAddress gateway, byte[] secret, List<Attribute> attributes) {
        return client.send(gateway, RequestPacket.disconnect(attributes, secret))
                .reply()
                .flatMap(DisconnectClient::verdict)
                .orElse(DisconnectReply.NONE);
    }

    private static Optional<DisconnectReply> verdict(Reply reply) {
        return switch (reply.code()) {
            case ACK -> Optional.of(DisconnectReply.ACKNOWLEDGED);
            case NAK -> Optional.of(DisconnectReply.refused(reply.errorCause()));
            default -> Optional.empty();
        };
    }
}
