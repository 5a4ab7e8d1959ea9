package dev.propusk.gateway.freeradius;

import dev.propusk.base.NetworkAddress;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.RadiusGateways;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Choice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Says whose a packet would be, before one comes. */
@Service
public class OriginTrial {
    private final RadiusGateways gateways;

    OriginTrial(RadiusGateways gateways) {
        this.gateways = gateways;
    }

    /** As FreeRADIUS would be told: first the secret of the address, then who speaks. */
    @PreAuthorize("hasRole('ADMIN')")
    public Choice<GatewayCaller> whose(NetworkAddress source, Asked asked) {
        return gateways.secretAt(source)
                .refusal()
                .map(Choice::<GatewayCaller>nobody)
                .orElseGet(() -> gateways.asking(source, asked));
    }
}
