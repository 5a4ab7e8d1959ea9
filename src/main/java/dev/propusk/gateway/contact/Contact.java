package dev.propusk.gateway.contact;

import dev.propusk.gateway.Admission;
import dev.propusk.token.CodeNotAcceptedException;

/** What came of something that a gateway sent. */
public enum Contact {
    /** A device was let in. */
    LET_IN(End.TAKEN),
    /** A session was reported. */
    REPORTED(End.TAKEN),
    /** Asked by its MAC, a device that no token lets in: as each guest's who is yet to enter one. */
    NO_TOKEN(End.REFUSED),
    /** The network does not serve for now (rule 22). */
    SUSPENDED(End.REFUSED),
    /** No such code in this network. */
    UNKNOWN_CODE(End.REFUSED),
    /** The code has another device, or as many as it is for, or has ended (rules 3, 4, 7 and 23). */
    ENDED_CODE(End.REFUSED),
    /** So many wrong codes came that none is looked at (rule 19). */
    TOO_MANY_GUESSES(End.REFUSED),
    /** What the guest typed is no code. */
    NO_CODE(End.REFUSED),
    /** Nothing in the packet tells which device it is. */
    NO_DEVICE(End.REFUSED),
    /** The packet says other things of itself than are set for the gateway. */
    OTHER_NAME(End.REFUSED),
    /** By the key that was replaced. */
    OLD_KEY(End.SHUT_OUT),
    /** By its key, and from an address from which that does not hold. */
    KEY_FROM_ELSEWHERE(End.SHUT_OUT),
    /** FreeRADIUS wanted to read a packet from its address. */
    SECRET_ASKED(End.BESIDE),
    /** A guest came to the portal as its kind leads guests there. */
    REDIRECTED(End.BESIDE),
    /** It ended a session that it was told to end. */
    PUT_OFF(End.BESIDE);

    private enum End {
        TAKEN,
        REFUSED,
        /** Before anybody looked at what it says. */
        SHUT_OUT,
        /** Nothing that it asked or reported. */
        BESIDE
    }

    private final End end;

    Contact(End end) {
        this.end = end;
    }

    /** Why a code did not identify a device. */
    public static Contact of(CodeNotAcceptedException.Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN -> UNKNOWN_CODE;
            case USED, ENDED, USED_UP -> ENDED_CODE;
            case CONTRACT_NOT_OPEN -> SUSPENDED;
        };
    }

    /** What a device was told. */
    public static Contact of(Admission admission) {
        return admission.identified().isPresent() ? LET_IN : notLetIn(admission);
    }

    /** What a device was told that may not pass, or not for long enough. */
    public static Contact notLetIn(Admission admission) {
        return admission.served() ? NO_TOKEN : SUSPENDED;
    }

    /** Whether a device was to be let in, and was not. */
    public boolean isRefusal() {
        return end == End.REFUSED || end == End.SHUT_OUT;
    }

    /** Whether it was readable and by a key that holds, so that the way to the application works. */
    public boolean isHeard() {
        return end == End.TAKEN || end == End.REFUSED;
    }
}
