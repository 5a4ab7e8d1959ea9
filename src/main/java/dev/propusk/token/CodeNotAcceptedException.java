package dev.propusk.token;

/**
 * This code does not identify this device in this network. Guests are told no more than that (rules 9 and 19); the reason
 * is for the provider's own staff.
 */
public class CodeNotAcceptedException extends RuntimeException {
    private final Refusal refusal;

    public CodeNotAcceptedException(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Why. */
    public enum Refusal {
        /** No such code in this contract. */
        UNKNOWN,
        /** It identifies another device already (rule 3). */
        USED,
        /** It was annulled, or has ended for this device (rules 4 and 7). */
        ENDED,
        /** As many devices as it is for have entered it, and this is none of them (rule 23). */
        USED_UP,
        /** The contract is suspended or closed (rule 22). */
        CONTRACT_NOT_OPEN
    }
}
