package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the table keeps of a token, a component for each column; {@link Token} is what may become of it.
 *
 * @param days null: unlimited
 * @param mac the device's, once there is one
 * @param movedFrom the row that this one continues for the same device (rule 17)
 * @param version how often the row has been written since it was inserted
 */
public record TokenRow(
        TokenId id,
        ContractId contract,
        TokenCode code,
        Reuse reuse,
        @Nullable Integer days,
        TokenState state,
        @Nullable String note,
        @Nullable String reference,
        Instant generatedAt,
        String generatedBy,
        @Nullable Instant issuedAt,
        @Nullable MacAddress mac,
        @Nullable Instant activatedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant annulledAt,
        @Nullable Annulment annulment,
        @Nullable TokenId movedFrom,
        @Nullable Instant deletedAt,
        int version) {}
