package dev.propusk.gateway.trial;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a trial.
 *
 * @param answer what the application said; empty: it was not asked
 * @param took from the packet to its answer, or until it was given up
 */
public record TrialResult(Outcome outcome, Optional<TrialAnswer> answer, Duration took) {
    /** What came back to where the packet was sent from. */
    public enum Outcome {
        /** No server is set to be asked. */
        OFF,
        /** The gateway has no RADIUS secret: it asks by its key. */
        NOT_BY_RADIUS,
        /** It has no address in the panel by which it could be known. */
        NO_ADDRESS,
        /** Gateways with different secrets speak from the application's own address. */
        SEVERAL_SECRETS,
        /** The server's name leads nowhere. */
        NO_SUCH_HOST,
        /** Nobody listens there. */
        NOBODY_LISTENS,
        /** Nothing came, and the application was not asked for the secret. */
        SILENCE,
        /** Nothing came, though the application was asked for the secret: what was signed by it was not believed. */
        SILENCE_AFTER_SECRET,
        /** Nothing came, though the application answered. */
        SILENCE_AFTER_ANSWER,
        /** An answer came that was signed by another secret. */
        FORGED,
        /** It was refused, as a device without a token has to be. */
        REFUSED,
        /** It was let in, though nobody may be. */
        LET_IN;

        /** Whether an answer came that is the asked one's own. */
        public boolean isAnswer() {
            return this == REFUSED || this == LET_IN;
        }
    }

    /** Whether all is as it should be. */
    public boolean works() {
        return outcome == Outcome.REFUSED
                && answer.filter(TrialAnswer.KNOWN::equals).isPresent();
    }
}
