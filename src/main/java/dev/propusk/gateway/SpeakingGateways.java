package dev.propusk.gateway;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.origin.CrossContractOrigins;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The gateways that speak RADIUS from an address, in whichever contract. */
@Component
class SpeakingGateways {
    private final CrossContractGateways gateways;
    private final CrossContractOrigins origins;

    SpeakingGateways(CrossContractGateways gateways, CrossContractOrigins origins) {
        this.gateways = gateways;
        this.origins = origins;
    }

    @Transactional(readOnly = true)
    public List<Gateway> at(NetworkAddress source) {
        List<GatewayId> ids =
                origins.around(source).stream().map(GatewayId::new).toList();
        return ids.isEmpty()
                ? List.of()
                : gateways.findSpeaking(ids).stream()
                        .filter(gateway -> gateway.sources().contain(source))
                        .toList();
    }
}
