package dev.propusk.gateway.trial;

import dev.propusk.gateway.origin.Refusal;

/** What the application said to a trial that reached it. */
public enum TrialAnswer {
    /** It knew the gateway, and refused a device without a token. */
    KNOWN,
    /** It knew the gateway, and refuses all its devices: the contract is suspended. */
    SUSPENDED,
    /** It would have taken the packet for another gateway's. */
    ANOTHER,
    UNKNOWN_ADDRESS,
    SEVERAL_SECRETS,
    NO_SIGN,
    SEVERAL_FIT;

    /** Whose a packet would be: nobody's. */
    public static TrialAnswer of(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_ADDRESS, WRONG_KEY -> UNKNOWN_ADDRESS;
            case SEVERAL_SECRETS -> SEVERAL_SECRETS;
            case NO_SIGN -> NO_SIGN;
            case SEVERAL_FIT -> SEVERAL_FIT;
        };
    }
}
