package dev.propusk.gateway.disconnect;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayNotFoundException;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.GatewaySecrets;
import dev.propusk.gateway.contact.Contact;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.contact.Sender;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.gateway.radius.DisconnectClient;
import dev.propusk.gateway.radius.DisconnectReply;
import dev.propusk.gateway.session.SessionEnd;
import dev.propusk.identification.Identification;
import dev.propusk.work.Job;
import dev.propusk.work.LaneLimits;
import dev.propusk.work.Leased;
import dev.propusk.work.Pauses;
import dev.propusk.work.WorkQueue;
import dev.propusk.work.WorkQueues;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tells gateways to end the sessions of devices that may not pass any more (rule 18); each gateway has its own lane. */
@Component
public class Disconnects implements DisposableBean {
    private static final LaneLimits OF_ONE_GATEWAY = new LaneLimits(8, 4);
    /** Beyond what a gateway is waited for. */
    private static final Duration BESIDE = Duration.ofSeconds(30);
    /** After each try without an answer; then it is given up. */
    private static final Pauses PAUSES = new Pauses(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final DisconnectQueue orders;
    private final GatewayRepository gateways;
    private final GatewaySecrets secrets;
    private final Identification identification;
    private final Contacts contacts;
    private final Clock clock;
    private final DisconnectClient client;
    private final WorkQueue queue;

    Disconnects(
            DisconnectQueue orders,
            GatewayRepository gateways,
            GatewaySecrets secrets,
            Identification identification,
            Contacts contacts,
            WorkQueues queues,
            Clock clock,
            RadiusSettings settings) {
        this.orders = orders;
        this.gateways = gateways;
        this.secrets = secrets;
        this.identification = identification;
        this.contacts = contacts;
        this.clock = clock;
        this.client = new DisconnectClient(settings.disconnectWaits());
        Duration silence = settings.disconnectWaits().stream().reduce(BESIDE, Duration::plus);
        this.queue = queues.open(DisconnectQueue.QUEUE, OF_ONE_GATEWAY, silence, this::carryOut);
    }

    @Job(value = "disconnects", every = "${propusk.disconnect-interval}")
    public void carryOutDue() {
        queue.work();
    }

    private void carryOut(Leased row) {
        orders.find(row).ifPresentOrElse(order -> carryOut(row, order), () -> orders.drop(row, "OVER"));
    }

    private void carryOut(Leased row, PendingDisconnect order) {
        if (order.over()) {
            orders.drop(row, "OVER");
        } else if (identification.find(order.contract(), order.device()).isPresent()) {
            orders.drop(row, "IDENTIFIED");
        } else {
            send(row, order);
        }
    }

    private void send(Leased row, PendingDisconnect order) {
        Gateway gateway = gateways.findByContractAndId(order.contract(), order.gateway())
                .orElseThrow(GatewayNotFoundException::new);
        Optional<byte[]> secret = secrets.radius(gateway);
        Optional<InetAddress> address = address(gateway, order, row.tries());
        if (secret.isEmpty() || address.isEmpty()) {
            orders.done(row, order, gateway.name(), "NO_ADDRESS", null);
            return;
        }
        DisconnectReply answer =
                ask(new InetSocketAddress(address.get(), gateway.disconnectPort()), secret.get(), gateway, order);
        Optional<Duration> pause = answer.isWorthAnotherTry() ? PAUSES.after(row.tries()) : Optional.empty();
        pause.ifPresentOrElse(wait -> queue.tryAgain(row, wait), () -> done(row, order, gateway, answer));
    }

    private void done(Leased row, PendingDisconnect order, Gateway gateway, DisconnectReply answer) {
        orders.done(row, order, gateway.name(), answer.toString(), end(answer));
        if (answer.verdict() == DisconnectReply.Verdict.ACK) {
            contacts.note(order.contract(), order.gateway(), Contact.PUT_OFF, Sender.UNTOLD);
        }
    }

    private DisconnectReply ask(InetSocketAddress address, byte[] secret, Gateway gateway, PendingDisconnect order) {
        DisconnectAttributes attributes =
                new DisconnectAttributes(gateway.kind().farewell(), order, clock.instant());
        DisconnectReply answer = client.send(address, secret, attributes.first());
        return attributes
                .second(answer)
                .map(others -> client.send(address, secret, others))
                .filter(other -> other.verdict() != DisconnectReply.Verdict.NONE)
                .orElse(answer);
    }

    /** Where the session's own equipment reports from; where nobody answers there, the address that is set, by turns. */
    private static Optional<InetAddress> address(Gateway gateway, PendingDisconnect order, int tries) {
        Optional<InetAddress> own = Optional.ofNullable(order.nasSource())
                .map(AddressBlock::address)
                .map(NetworkAddress::value);
        Optional<InetAddress> set =
                gateway.address().flatMap(NetworkAddress::read).map(NetworkAddress::value);
        return tries % 2 == 1 ? own.or(() -> set) : set.or(() -> own);
    }

    /** What the gateway does not find is put off by its word alone, until a report says otherwise. */
    private static @Nullable SessionEnd end(DisconnectReply answer) {
        if (!answer.isOffline()) {
            return null;
        }
        return answer.verdict() == DisconnectReply.Verdict.ACK ? SessionEnd.PUT_OFF : SessionEnd.NOT_FOUND;
    }

    /** Waits until what was begun is done. @return whether that came in time */
    public boolean awaitRest(Duration most) {
        return queue.awaitRest(most);
    }

    @Override
    public void destroy() {
        queue.close();
    }
}
