package dev.propusk.gateway.freeradius;

import dev.propusk.data.Remembered;
import dev.propusk.secrets.IssuedKey;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells by its key which FreeRADIUS server calls. Keys are {@link Remembered}, by their hash; one that is removed here is refused at once. */
@Service
public class RadiusServerKeys {
    private static final int MOST = 1_000;

    private final Remembered<ByteBuffer, RadiusServer> known = new Remembered<>(MOST);
    private final RadiusServers servers;

    RadiusServerKeys(RadiusServers servers) {
        this.servers = servers;
    }

    /** Who calls with this key from there. */
    public Optional<RadiusServerCaller> find(String key, String address) {
        return RadiusServers.FORM
                .read(key)
                .map(IssuedKey::hash)
                .flatMap(hash -> known.get(ByteBuffer.wrap(hash), () -> servers.called(hash, address)))
                .filter(server -> server.addresses().admits(address))
                .map(server -> new RadiusServerCaller(server.id(), server.name()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, classes = RadiusServerChanged.class)
    void forget() {
        known.forget();
    }
}
