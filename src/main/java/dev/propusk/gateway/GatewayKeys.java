package dev.propusk.gateway;

import dev.propusk.secrets.IssuedKey;
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

    /** The hash of what may be a gateway's key, or may have been. */
    public Optional<byte[]> hash(String key) {
        return FORM.read(key).map(IssuedKey::hash);
    }

    /** Asked for every call, so that a key that was renewed or removed is refused at once. */
    @Transactional(readOnly = true)
    public Optional<GatewayCaller> find(String key) {
        return FORM.read(key)
                .flatMap(read -> gateways.findByKeyHash(read.hash()))
                .map(GatewayCaller::of);
    }
}
