package dev.propusk.gateway.key;

import dev.propusk.gateway.GatewayId;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;

/**
 * A gateway's key is from now on taken from these addresses alone.
 *
 * @param addresses empty: from everywhere again
 */
public record KeyLimited(ContractId contract, GatewayId gateway, String name, String addresses)
        implements JournalEvent {
    @Override
    public String action() {
        return "gateway.key-limited";
    }

    @Override
    public UUID subject() {
        return gateway.value();
    }

    @Override
    public Map<String, Object> details() {
        return addresses.isEmpty() ? Map.of("gateway", name) : Map.of("gateway", name, "addresses", addresses);
    }
}
