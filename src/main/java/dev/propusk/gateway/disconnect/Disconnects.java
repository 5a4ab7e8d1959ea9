package dev.propusk.gateway.disconnect;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayNotFoundException;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.GatewaySecrets;
import dev.propusk.gateway.RadiusSettings;
import dev.propusk.gateway.radius.Attribute;
import dev.propusk.gateway.radius.DisconnectClient;
import dev.propusk.gateway.radius.DisconnectReply;
import dev.propusk.identification.Identification;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells gateways to end the sessions of devices that may not pass any more (rule 18). */
@Component
public class Disconnects {
    private static final Logger log = LoggerFactory.getLogger(Disconnects.class);
    private static final int BATCH = 64;
    /** After each try without an answer; then it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final DisconnectQueue queue;
    private final GatewayRepository gateways;
    private final GatewaySecrets secrets;
    private final Identification identification;
    private final Clock clock;
    private final DisconnectClient client;

    Disconnects(
            DisconnectQueue queue,
            GatewayRepository gateways,
            GatewaySecrets secrets,
            Identification identification,
            Clock clock,
            RadiusSettings settings) {
        this.queue = queue;
        this.gateways = gateways;
        this.secrets = secrets;
        this.identification = identification;
        this.clock = clock;
        this.client = new DisconnectClient(settings.disconnectWaits());
    }

    /** All that are due, side by side: one silent gateway does not keep the others waiting. */
    @Scheduled(fixedDelayString = "${propusk.disconnect-interval:1s}")
    public void carryOutDue() {
        List<PendingDisconnect> due = queue.due(BATCH);
        if (!due.isEmpty()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(order -> threads.execute(() -> carryOut(order)));
            }
        }
    }

    private void carryOut(PendingDisconnect order) {
        try {
            if (!queue.take(order)) {
                return;
            }
            if (order.over()) {
                queue.drop(order, "OVER");
            } else if (identification.find(order.contract(), order.device()).isPresent()) {
                queue.drop(order, "IDENTIFIED");
            } else {
                send(order);
            }
        } catch (RuntimeException e) {
            log.error("Order {} to end a session was not carried out", order.id(), e);
        }
    }

    private void send(PendingDisconnect order) {
        Gateway gateway = gateways.findByContractAndId(order.contract(), order.gateway())
                .orElseThrow(GatewayNotFoundException::new);
        Optional<byte[]> secret = secrets.radius(gateway);
        Optional<InetAddress> address =
                gateway.address().flatMap(NetworkAddress::read).map(NetworkAddress::value);
        if (secret.isEmpty() || address.isEmpty()) {
            queue.done(order, gateway.name(), "NO_ADDRESS", false);
            return;
        }
        DisconnectReply answer = client.send(
                new InetSocketAddress(address.get(), gateway.disconnectPort()),
                secret.get(),
                attributes(order, gateway, address.get()));
        if (answer.isWorthAnotherTry() && order.tries() < PAUSES.size()) {
            queue.tryAgain(order, PAUSES.get(order.tries()));
        } else {
            queue.done(order, gateway.name(), answer.toString(), answer.isOffline());
        }
    }

    private List<Attribute> attributes(PendingDisconnect order, Gateway gateway, InetAddress address) {
        List<Attribute> attributes = new ArrayList<>();
        gateway.nasIdentifier().map(Attribute::nasIdentifier).ifPresent(attributes::add);
        attributes.add(Attribute.nasAddress(address));
        if (order.userName() != null) {
            attributes.add(Attribute.userName(order.userName()));
        }
        attributes.add(Attribute.callingStation(order.station()));
        attributes.add(Attribute.accountingSession(order.accountingSession()));
        Optional.ofNullable(order.ip())
                .flatMap(NetworkAddress::read)
                .map(NetworkAddress::value)
                .filter(Inet4Address.class::isInstance)
                .map(Attribute::framedAddress)
                .ifPresent(attributes::add);
        attributes.add(Attribute.eventTimestamp(clock.instant()));
        return attributes;
    }
}
