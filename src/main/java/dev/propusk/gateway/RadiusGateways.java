package dev.propusk.gateway;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Choice;
import dev.propusk.gateway.origin.CrossContractOrigins;
import dev.propusk.gateway.origin.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which gateway speaks RADIUS from an address, in whichever contract: whoever can't be told for sure is nobody. */
@Service
@Transactional(readOnly = true)
public class RadiusGateways {
    private final CrossContractGateways gateways;
    private final CrossContractOrigins origins;
    private final GatewaySecrets secrets;

    RadiusGateways(CrossContractGateways gateways, CrossContractOrigins origins, GatewaySecrets secrets) {
        this.gateways = gateways;
        this.origins = origins;
        this.secrets = secrets;
    }

    private List<Gateway> at(NetworkAddress source) {
        List<GatewayId> ids =
                origins.around(source).stream().map(GatewayId::new).toList();
        return ids.isEmpty()
                ? List.of()
                : gateways.findSpeaking(ids).stream()
                        .filter(gateway -> gateway.sources().contain(source))
                        .toList();
    }

    /**
     * What an address' packets are read with.
     *
     * @param theirs all that speak from there
     */
    public record Shared(String secret, List<GatewayCaller> theirs) {}

    /** The one RADIUS secret of all that speak from there: by it a packet is read before anything in it can be believed. */
    public Choice<Shared> secretAt(NetworkAddress source) {
        List<Gateway> there = at(source);
        List<String> different = there.stream()
                .flatMap(gateway -> secrets.radius(gateway).stream())
                .map(secret -> new String(secret, StandardCharsets.US_ASCII))
                .distinct()
                .toList();
        return switch (different.size()) {
            case 0 -> Choice.nobody(Refusal.UNKNOWN_ADDRESS);
            case 1 -> Choice.of(new Shared(
                    different.getFirst(), there.stream().map(GatewayCaller::of).toList()));
            default -> Choice.nobody(Refusal.SEVERAL_SECRETS);
        };
    }

    /** Whose a packet from there is. */
    public Choice<GatewayCaller> asking(NetworkAddress source, Asked asked) {
        List<GatewayCaller> there = at(source).stream().map(GatewayCaller::of).toList();
        return there.isEmpty()
                ? Choice.nobody(Refusal.UNKNOWN_ADDRESS)
                : Choice.among(there, GatewayCaller::signs, asked);
    }
}
