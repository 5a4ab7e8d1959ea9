package dev.propusk.gateway;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;

/** A gateway was added, changed, given a new key or removed; the journal never sees a secret. */
record GatewayChanged(ContractId contract, GatewayId gateway, String name, What what) implements JournalEvent {
    enum What {
        ADDED("gateway.added"),
        CHANGED("gateway.changed"),
        KEY_RENEWED("gateway.key-renewed"),
        REMOVED("gateway.removed");

        private final String action;

        What(String action) {
            this.action = action;
        }

        String action() {
            return action;
        }
    }

    @Override
    public String action() {
        return what.action;
    }

    @Override
    public UUID subject() {
        return gateway.value();
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("gateway", name);
    }
}
