package dev.propusk.support;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device was online, as a gateway reported.
 *
 * @param until null: it still is
 */
public record Seen(
        ContractId contract,
        MacAddress device,
        @Nullable String address,
        Instant since,
        @Nullable Instant until,
        String gateway) {}
