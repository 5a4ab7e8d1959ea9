package dev.propusk.gateway;

import dev.propusk.base.NetworkAddress;
import dev.propusk.data.Remembered;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Choice;
import dev.propusk.gateway.origin.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which gateway speaks RADIUS from an address, in whichever contract: whoever can't be told for sure is nobody. Who speaks
 * from where is {@link Remembered}; the secrets are not.
 */
@Service
public class RadiusGateways {
    private static final int MOST = 5_000;

    private final Remembered<NetworkAddress, List<GatewayCaller>> known = new Remembered<>(MOST);
    private final SpeakingGateways speaking;
    private final GatewaySecrets secrets;

    RadiusGateways(SpeakingGateways speaking, GatewaySecrets secrets) {
        this.speaking = speaking;
        this.secrets = secrets;
    }

    /**
     * What an address' packets are read with.
     *
     * @param theirs all that speak from there
     */
    public record Shared(String secret, List<GatewayCaller> theirs) {}

    /** The one RADIUS secret of all that speak from there: by it a packet is read before anything in it can be believed. */
    public Choice<Shared> secretAt(NetworkAddress source) {
        List<Gateway> there = speaking.at(source);
        List<String> different = there.stream()
                .flatMap(gateway -> secrets.radius(gateway).stream())
                .map(secret -> new String(secret, StandardCharsets.US_ASCII))
                .distinct()
                .toList();
        return switch (different.size()) {
            case 0 -> Choice.nobody(Refusal.UNKNOWN_ADDRESS);
            case 1 ->
                Choice.of(new Shared(
                        different.getFirst(),
                        there.stream().map(GatewayCaller::of).toList()));
            default -> Choice.nobody(Refusal.SEVERAL_SECRETS);
        };
    }

    /** Whose a packet from there is. */
    public Choice<GatewayCaller> asking(NetworkAddress source, Asked asked) {
        return known.get(source, () -> callers(source))
                .map(there -> Choice.among(there, GatewayCaller::signs, asked))
                .orElseGet(() -> Choice.nobody(Refusal.UNKNOWN_ADDRESS));
    }

    private Optional<List<GatewayCaller>> callers(NetworkAddress source) {
        return Optional.of(speaking.at(source).stream().map(GatewayCaller::of).toList())
                .filter(there -> !there.isEmpty());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, classes = GatewayChanged.class)
    void forget() {
        known.forget();
    }
}
