package dev.propusk.gateway;

import dev.propusk.secrets.KeyForm;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells by its key which gateway calls. */
@Service
public class GatewayKeys {
    static final KeyForm FORM = new KeyForm("gk_", 30);

    private final CrossContractGateways gateways;

    GatewayKeys(CrossContractGateways gateways) {
        this.gateways = gateways;
    }

    /** Asked for every call, so that a key that was renewed or removed is refused at once. */
    @Transactional(readOnly = true)
    public Optional<GatewayCaller> find(String key) {
        return FORM.read(key)
                .flatMap(read -> gateways.findByKeyHash(read.hash()))
                .map(GatewayCaller::of);
    }
}
