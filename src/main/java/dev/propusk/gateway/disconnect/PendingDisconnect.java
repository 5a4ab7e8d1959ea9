package dev.propusk.gateway.disconnect;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session that is to end, and all that its gateway must be told to find it. */
record PendingDisconnect(
        UUID id,
        ContractId contract,
        GatewayId gateway,
        UUID session,
        DisconnectReason reason,
        boolean over,
        MacAddress device,
        String accountingSession,
        String station,
        @Nullable String userName,
        @Nullable String ip) {}
