package dev.propusk.gateway;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An administrator decided about annulments that were held back (rule 10): for the provider, with all their tokens. */
record HeldAnnulmentsDecided(
        GatewayId gateway, ContractId gatewayContract, String name, boolean carriedOut, List<TokenId> tokens)
        implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return carriedOut ? "gateway.annulments-carried-out" : "gateway.annulments-discarded";
    }

    @Override
    public UUID subject() {
        return gateway.value();
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "gateway",
                name,
                "contract",
                gatewayContract.toString(),
                "count",
                tokens.size(),
                "tokens",
                tokens.stream().map(TokenId::toString).toList());
    }
}
