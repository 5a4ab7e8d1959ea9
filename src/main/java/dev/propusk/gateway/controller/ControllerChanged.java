package dev.propusk.gateway.controller;

import dev.propusk.gateway.GatewayId;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gateway was given a controller, or another one, or has none any more; the journal never sees its secret.
 *
 * @param address null: it has none any more
 */
record ControllerChanged(
        ContractId contract,
        GatewayId gateway,
        String name,
        @Nullable URI address) implements JournalEvent {
    @Override
    public String action() {
        return address == null ? "gateway.controller-removed" : "gateway.controller-set";
    }

    @Override
    public UUID subject() {
        return gateway.value();
    }

    @Override
    public Map<String, Object> details() {
        return address == null ? Map.of("gateway", name) : Map.of("gateway", name, "address", address.toString());
    }
}
