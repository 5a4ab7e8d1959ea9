package dev.propusk.identification;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.security.ContractId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a code comes from: which device in which network, and by which way, for each way has budgets of its own
 * (rule 19).
 *
 * @param gateway the one that asks, or passed the device on with a signed redirect, or whose guests stand behind its
 *     address; null: the open page
 * @param address the client's, on the open page
 */
public record Attempt(
        ContractId contract,
        MacAddress device,
        @Nullable UUID gateway,
        @Nullable NetworkAddress address) {
    public static Attempt atGateway(ContractId contract, UUID gateway, MacAddress device) {
        return new Attempt(contract, device, gateway, null);
    }

    public static Attempt onOpenPage(ContractId contract, NetworkAddress address, MacAddress device) {
        return new Attempt(contract, device, null, address);
    }

    Source source() {
        return gateway == null ? Source.OPEN_PAGE : Source.GATEWAY;
    }

    /** By which way codes come. */
    public enum Source {
        /** A gateway asks, or answers for whom it sends. */
        GATEWAY,
        /** The portal's page, which anybody on the internet can open. */
        OPEN_PAGE
    }
}
