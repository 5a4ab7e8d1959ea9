package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import dev.propusk.work.Leased;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device of which a controller is to know whether it may pass.
 *
 * @param row its lease, which is no longer ours once somebody else has taken it
 * @param wanted how often something has happened that the controller may have to hear of
 * @param askedUntil until when the controller was asked to let it in, whatever came of that; null: never
 * @param openUntil until when the controller has said that it does; null: it has not
 */
record Pass(
        Leased row,
        int wanted,
        ContractId contract,
        GatewayId gateway,
        MacAddress device,
        @Nullable Instant askedUntil,
        @Nullable Instant openUntil) {
    /** Whether the controller may let it in, for all that is known. */
    boolean mayBeOpen(Instant now) {
        return askedUntil != null && askedUntil.isAfter(now);
    }
}
