package dev.propusk.gateway.trial;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.RadiusGateways;
import dev.propusk.gateway.RadiusGateways.Shared;
import dev.propusk.gateway.origin.Choice;
import dev.propusk.gateway.origin.Refusal;
import dev.propusk.gateway.radius.RequestClient;
import dev.propusk.gateway.radius.RequestClient.Exchange;
import dev.propusk.gateway.radius.RequestPacket;
import dev.propusk.gateway.trial.TrialResult.Outcome;
import dev.propusk.gateway.trial.Trials.Heard;
import dev.propusk.gateway.trial.Trials.Trial;
import dev.propusk.security.ContractId;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Sends FreeRADIUS a question as a gateway would, from the application's own address, and says what came. It asks for nobody:
 * no code is entered, no device connects, nothing ends, nothing is counted.
 */
@Service
public class GatewayTrial {
    /** Beyond what FreeRADIUS itself waits for. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3));

    private static final int ACCESS_ACCEPT = 2;
    private static final int ACCESS_REJECT = 3;

    private final Gateways gateways;
    private final RadiusGateways radius;
    private final Trials trials;
    private final TrialSettings settings;
    private final RequestClient client = new RequestClient(WAITS);
    private final SecureRandom random = new SecureRandom();

    GatewayTrial(Gateways gateways, RadiusGateways radius, Trials trials, TrialSettings settings) {
        this.gateways = gateways;
        this.radius = radius;
        this.trials = trials;
        this.settings = settings;
    }

    /** Whether there is a server to be asked. */
    @PreAuthorize("hasRole('ADMIN')")
    public boolean isPossible() {
        return settings.isSet();
    }

    /**
     * Blocks for as long as an answer is waited for.
     *
     * @throws dev.propusk.gateway.GatewayNotFoundException where the contract has none, or it was removed
     */
    @PreAuthorize("hasRole('ADMIN')")
    public TrialResult tryIt(ContractId contract, GatewayId id) {
        Gateway gateway = gateways.get(contract, id);
        Optional<InetSocketAddress> server = settings.place();
        if (server.isEmpty()) {
            return over(Outcome.OFF);
        }
        if (!gateway.hasRadiusSecret()) {
            return over(Outcome.NOT_BY_RADIUS);
        }
        if (gateway.sources().isEmpty()) {
            return over(Outcome.NO_ADDRESS);
        }
        return server.get().isUnresolved() ? over(Outcome.NO_SUCH_HOST) : tryIt(gateway, server.get());
    }

    private static TrialResult over(Outcome outcome) {
        return new TrialResult(outcome, Optional.empty(), Duration.ZERO);
    }

    private TrialResult tryIt(Gateway gateway, InetSocketAddress server) {
        try (DatagramSocket socket = socket()) {
            socket.connect(server);
            NetworkAddress source = settings.from().orElseGet(() -> new NetworkAddress(socket.getLocalAddress()));
            Optional<byte[]> secret = secret(source);
            if (secret.isEmpty()) {
                return over(Outcome.SEVERAL_SECRETS);
            }
            Trial trial = trials.begin(gateway.contract(), gateway.id(), source);
            RequestPacket packet = RequestPacket.access(
                    TrialPacket.of(gateway.signs(), Trials.written(trial.id()), random), secret.get());
            long begun = System.nanoTime();
            Exchange exchange = client.send(socket, server, packet);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Heard heard = trials.close(trial);
            return new TrialResult(outcome(exchange, heard), Optional.ofNullable(heard.answer()), took);
        } catch (IOException e) {
            return over(Outcome.NOBODY_LISTENS);
        }
    }

    /** From the address that is set, where this machine has it; behind NAT only others see it so. */
    private DatagramSocket socket() throws IOException {
        if (settings.from().isPresent()) {
            try {
                return new DatagramSocket(
                        new InetSocketAddress(settings.from().get().value(), 0));
            } catch (BindException e) {
                return new DatagramSocket();
            }
        }
        return new DatagramSocket();
    }

    /** A gateway that speaks from there, too, keeps its own; empty: there are several. */
    private Optional<byte[]> secret(NetworkAddress source) {
        Choice<Shared> there = radius.secretAt(source);
        if (there.refusal().filter(Refusal.UNKNOWN_ADDRESS::equals).isPresent()) {
            return Optional.of(trials.secretOf(source));
        }
        return there.chosen().map(shared -> shared.secret().getBytes(StandardCharsets.US_ASCII));
    }

    private static Outcome outcome(Exchange exchange, Heard heard) {
        if (exchange.reply().isPresent()) {
            return switch (exchange.reply().get().code()) {
                case ACCESS_REJECT -> Outcome.REFUSED;
                case ACCESS_ACCEPT -> Outcome.LET_IN;
                default -> Outcome.FORGED;
            };
        }
        if (exchange.forged()) {
            return Outcome.FORGED;
        }
        if (exchange.unreachable()) {
            return Outcome.NOBODY_LISTENS;
        }
        if (heard.answer() != null) {
            return Outcome.SILENCE_AFTER_ANSWER;
        }
        return heard.secretAsked() ? Outcome.SILENCE_AFTER_SECRET : Outcome.SILENCE;
    }
}
