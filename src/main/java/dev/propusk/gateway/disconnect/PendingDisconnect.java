package dev.propusk.gateway.disconnect;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that is to end, and all that its gateway must be told to find it.
 *
 * @param station empty: the gateway names the device otherwise
 * @param nasSource where the reports of its equipment come from; null: not known
 * @param nasAddress its NAS-IP-Address or NAS-IPv6-Address
 * @param nasIdentifier its NAS-Identifier; empty: none
 */
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
        @Nullable String ip,
        @Nullable AddressBlock nasSource,
        @Nullable AddressBlock nasAddress,
        @Nullable String nasIdentifier) {}
