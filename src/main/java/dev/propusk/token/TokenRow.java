package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Limits;
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
 * @param limited what stands beside it
 * @param places of its code, where it is for a number of devices (rule 23)
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
        int version,
        Limited limited,
        @Nullable Places places) {
    /**
     * What its device may do, and has done.
     *
     * @param limits what is not set is the contract's
     * @param octets how many bytes its device has sent and received; null: they are not counted
     */
    public record Limited(Limits limits, @Nullable Long octets) {
        public static final Limited NOT = new Limited(Limits.NONE, null);
    }

    /**
     * Those of a code.
     *
     * @param all as many as it is for
     * @param taken by devices that have entered it
     */
    public record Places(int all, int taken) {}

    /** A new one, which no device has. */
    static TokenRow unused(
            TokenId id, ContractId contract, TokenCode code, TokenRequest request, String generatedBy, Instant now) {
        return new TokenRow(
                id,
                contract,
                code,
                request.reuse(),
                request.term().days(),
                TokenState.UNUSED,
                request.note(),
                request.reference(),
                now,
                generatedBy,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                new Limited(request.limits(), null),
                request.uses().devices() == null
                        ? null
                        : new Places(request.uses().devices(), 0));
    }

    /** Like this one, and nobody's yet; what has passed is counted on where it continues another. */
    TokenRow copy(TokenId copy, @Nullable Instant issued, @Nullable TokenId continued) {
        return new TokenRow(
                copy,
                contract,
                code,
                reuse,
                days,
                TokenState.UNUSED,
                note,
                reference,
                generatedAt,
                generatedBy,
                issued,
                null,
                null,
                null,
                null,
                null,
                continued,
                null,
                0,
                new Limited(limited.limits(), continued == null ? null : limited.octets()),
                places);
    }
}
