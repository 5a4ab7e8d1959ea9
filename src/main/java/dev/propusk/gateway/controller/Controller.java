package dev.propusk.gateway.controller;

import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The controller of a gateway, without its secret.
 *
 * @param address what stands before all paths
 * @param site which of its sites the gateway is
 * @param account null: its dialect wants none
 * @param pinned the one certificate that is believed; null: one that a known authority signed
 * @param version another one with each change
 */
public record Controller(
        GatewayId gateway,
        ContractId contract,
        Dialect dialect,
        URI address,
        String site,
        @Nullable String account,
        @Nullable Fingerprint pinned,
        int version) {}
