package dev.propusk.gateway;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gateway would have ended more tokens of other networks than one gateway may (rule 10): for the provider. */
record AnnulmentsHeldBack(GatewayId gateway, ContractId gatewayContract, String name) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public boolean isTrouble() {
        return true;
    }

    @Override
    public String action() {
        return "gateway.annulments-held-back";
    }

    @Override
    public UUID subject() {
        return gateway.value();
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("gateway", name, "contract", gatewayContract.toString());
    }
}
