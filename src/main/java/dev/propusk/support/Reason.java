package dev.propusk.support;

import dev.propusk.contract.Contract;
import dev.propusk.token.Token;
import org.jspecify.annotations.Nullable;

/**
 * Why a guest gets in, or does not.
 *
 * @param token the row that decides, if there is one
 * @param contract whose it is
 */
public record Reason(
        Kind kind, @Nullable Token token, @Nullable Contract contract) {
    static Reason of(Kind kind) {
        return new Reason(kind, null, null);
    }

    /** What the system would answer now. */
    public enum Kind {
        /** The device may pass. */
        IDENTIFIED,
        /** The code stands ready: it would identify the device. */
        WOULD_BE_ACCEPTED,
        /** The code identifies another device (rule 3). */
        USED_BY_ANOTHER_DEVICE,
        /** It was the device's, and has ended (rules 7, 8, 10, 17). */
        ENDED,
        /** The code was annulled before this device entered it. */
        CODE_ENDED,
        /** It was deleted (rule 12). */
        DELETED,
        /** It is another contract's (rule 9). */
        WRONG_NETWORK,
        /** The contract is suspended or closed (rule 22). */
        CONTRACT_NOT_OPEN,
        /** No contract has ever had this code. */
        UNKNOWN_CODE,
        /** This device has never entered a token here. */
        NEVER_SEEN
    }
}
