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
    static final String SET = "gateway.controller-set";
    static final String REMOVED = "gateway.controller-removed";

    @Override
    public String action() {
        return address == null ? REMOVED : SET;
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
