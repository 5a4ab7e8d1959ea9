package dev.propusk.gateway.contact;

import dev.propusk.gateway.Admission;
import dev.propusk.token.CodeNotAcceptedException;

/** What came of something that a gateway sent. */
public enum Contact {
    /** A device was let in. */
    LET_IN,
    /** A session was reported. */
    REPORTED,
    /** Asked by its MAC, a device that no token lets in: as each guest's who is yet to enter one. */
    NO_TOKEN,
    /** The network does not serve for now (rule 22). */
    SUSPENDED,
    /** No such code in this network. */
    UNKNOWN_CODE,
    /** The code has another device, or has ended (rules 3, 4 and 7). */
    ENDED_CODE,
    /** So many wrong codes came that none is looked at (rule 19). */
    TOO_MANY_GUESSES,
    /** What the guest typed is no code. */
    NO_CODE,
    /** Nothing in the packet tells which device it is. */
    NO_DEVICE,
    /** The packet says other things of itself than are set for the gateway. */
    OTHER_NAME,
    /** By the key that was replaced. */
    OLD_KEY,
    /** By its key, and from an address from which that does not hold. */
    KEY_FROM_ELSEWHERE,
    /** FreeRADIUS wanted to read a packet from its address. */
    SECRET_ASKED;

    /** Why a code did not identify a device. */
    public static Contact of(CodeNotAcceptedException.Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN -> UNKNOWN_CODE;
            case USED, ENDED -> ENDED_CODE;
            case CONTRACT_NOT_OPEN -> SUSPENDED;
        };
    }

    /** What a device was told. */
    public static Contact of(Admission admission) {
        if (admission.identified().isPresent()) {
            return LET_IN;
        }
        return admission.served() ? NO_TOKEN : SUSPENDED;
    }

    /** Whether a device was to be let in, and was not. */
    public boolean isRefusal() {
        return switch (this) {
            case LET_IN, REPORTED, SECRET_ASKED -> false;
            case NO_TOKEN,
                    SUSPENDED,
                    UNKNOWN_CODE,
                    ENDED_CODE,
                    TOO_MANY_GUESSES,
                    NO_CODE,
                    NO_DEVICE,
                    OTHER_NAME,
                    OLD_KEY,
                    KEY_FROM_ELSEWHERE -> true;
        };
    }

    /** Whether it was readable and by a key that holds, so that the way to the application works. */
    public boolean isHeard() {
        return switch (this) {
            case OLD_KEY, KEY_FROM_ELSEWHERE, SECRET_ASKED -> false;
            case LET_IN,
                    REPORTED,
                    NO_TOKEN,
                    SUSPENDED,
                    UNKNOWN_CODE,
                    ENDED_CODE,
                    TOO_MANY_GUESSES,
                    NO_CODE,
                    NO_DEVICE,
                    OTHER_NAME -> true;
        };
    }
}
