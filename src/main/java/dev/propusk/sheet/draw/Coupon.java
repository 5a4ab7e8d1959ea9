package dev.propusk.sheet.draw;

import dev.propusk.contract.Limits;
import dev.propusk.token.Term;
import dev.propusk.token.TokenCode;
import dev.propusk.token.Uses;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one row of the sheet says about a token, on both copies.
 *
 * @param limits what its devices may do; stands on the guest's copy only
 * @param note what the owner wrote beside the token; stands on the stub only
 * @param printedBefore when it was printed first, if this is not the first time; the stub says so
 */
public record Coupon(
        TokenCode code,
        Uses uses,
        Term term,
        Limits limits,
        @Nullable String note,
        Instant generatedAt,
        @Nullable Instant printedBefore) {}
