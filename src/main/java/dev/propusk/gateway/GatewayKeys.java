package dev.propusk.gateway;

import dev.propusk.base.AddressList;
import dev.propusk.data.Remembered;
import dev.propusk.gateway.key.KeyLimited;
import dev.propusk.secrets.IssuedKey;
import dev.propusk.secrets.KeyForm;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells by its key which gateway calls. Keys are {@link Remembered}, by their hash; one that is renewed here, removed, or limited to
 * other addresses is refused at once.
 */
@Service
public class GatewayKeys {
    static final KeyForm FORM = new KeyForm("gk_", 30);

    private static final int MOST = 20_000;

    private final Remembered<ByteBuffer, Known> known = new Remembered<>(MOST);
    private final CrossContractGateways gateways;

    GatewayKeys(CrossContractGateways gateways) {
        this.gateways = gateways;
    }

    private record Known(GatewayCaller gateway, AddressList addresses) {
        static Known of(Gateway gateway) {
            return new Known(GatewayCaller.of(gateway), gateway.keyAddresses());
        }
    }

    /** The hash of what may be a gateway's key, or may have been. */
    public Optional<byte[]> hash(String key) {
        return FORM.read(key).map(IssuedKey::hash);
    }

    public Optional<GatewayCaller> find(String key) {
        return known(key).map(Known::gateway);
    }

    /** Who calls with this key from there; from where it may not come it is as good as unknown. */
    public Optional<GatewayCaller> find(String key, String address) {
        return known(key).filter(one -> one.addresses().admits(address)).map(Known::gateway);
    }

    private Optional<Known> known(String key) {
        return hash(key)
                .flatMap(hash -> known.get(
                        ByteBuffer.wrap(hash),
                        () -> gateways.findByKeyHash(hash).map(Known::of)));
    }

    @TransactionalEventListener(
            phase = TransactionPhase.AFTER_COMPLETION,
            classes = {GatewayChanged.class, KeyLimited.class})
    void forget() {
        known.forget();
    }
}
