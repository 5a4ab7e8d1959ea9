package dev.propusk.support;

import dev.propusk.contract.Contract;
import dev.propusk.identification.Slowdown;
import dev.propusk.token.Token;
import org.jspecify.annotations.Nullable;

/**
 * Why a guest gets in, or does not.
 *
 * @param token the row that decides, if there is one
 * @param contract whose it is, or where codes are not looked at
 * @param slowdown why they are not
 */
public record Reason(
        Kind kind,
        @Nullable Token token,
        @Nullable Contract contract,
        @Nullable Slowdown slowdown) {
    Reason(Kind kind, Token token, Contract contract) {
        this(kind, token, contract, null);
    }

    static Reason of(Kind kind) {
        return new Reason(kind, null, null, null);
    }

    static Reason of(Slowdown slowdown, Contract network) {
        return new Reason(Kind.SLOWED_DOWN, null, network, slowdown);
    }

    /** What the system would answer now. */
    public enum Kind {
        /** The device may pass. */
        IDENTIFIED,
        /** It is the device's, and lets nobody in any more, for its traffic is used up (rule 24). */
        TRAFFIC_USED_UP,
        /** The code stands ready, or waits for one of its devices: it would identify the device. */
        WOULD_BE_ACCEPTED,
        /** The code identifies another device (rule 3). */
        USED_BY_ANOTHER_DEVICE,
        /** It was the device's, and has ended (rules 7, 8, 10, 17). */
        ENDED,
        /** The code was annulled before this device entered it. */
        CODE_ENDED,
        /** As many devices as it is for have entered the code, and this is none of them (rule 23). */
        CODE_USED_UP,
        /** It was deleted (rule 12). */
        DELETED,
        /** It is another contract's (rule 9). */
        WRONG_NETWORK,
        /** No code is looked at for now, because too many wrong ones came (rule 19). */
        SLOWED_DOWN,
        /** The contract is suspended or closed (rule 22). */
        CONTRACT_NOT_OPEN,
        /** No contract has ever had this code. */
        UNKNOWN_CODE,
        /** This device has never entered a token here. */
        NEVER_SEEN
    }
}
