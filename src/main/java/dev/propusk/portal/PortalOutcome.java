package dev.propusk.portal;

import dev.propusk.gateway.guest.HandBack;
import dev.propusk.identification.Identified;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the portal says to a device. */
public sealed interface PortalOutcome {
    /**
     * What does it ask for? The page's first view.
     *
     * @param refusal why the equipment sent it here once more, by Cisco's numbers
     * @param seen whether it is known which device asks, or will be when it enters something
     */
    record Question(Optional<Integer> refusal, boolean seen) implements PortalOutcome {}

    /**
     * Its time is over; it may enter another token.
     *
     * @param at when, where it may be told
     */
    record Over(Optional<Instant> at) implements PortalOutcome {}

    /**
     * The device may pass.
     *
     * @param online whether the gateway has reported that it does
     * @param awaited whether the equipment is being told to let it in
     * @param handBack into the gateway that it came from
     * @param wanted what the guest was about to open, where it is known that it opens
     */
    record Done(
            Identified identified, boolean online, boolean awaited, Optional<HandBack> handBack, Optional<URI> wanted)
            implements PortalOutcome {}

    /** It may not; guests learn no more than this (rule 9). */
    record Refused(Problem problem) implements PortalOutcome {}

    /**
     * Fewer digits than a token has, and nothing else: no guess.
     *
     * @param missing 1..11
     */
    record Unfinished(int missing) implements PortalOutcome {}

    /** So many wrong codes came that this one was not looked at (rule 19). */
    record Slowed(Duration retryAfter) implements PortalOutcome {}

    /** Why the portal asks again, as far as a guest is told. */
    enum Problem {
        /** What was typed identifies nobody here. */
        NOT_ACCEPTED("not-accepted"),
        /** A phone number, which this network does not take yet. */
        PHONE("phone"),
        /** It is not known which device asks. */
        DEVICE("device"),
        /** Digits are missing. */
        SHORT("short"),
        /** Too many wrong codes came this way. */
        SLOWED("slowed");

        private final String mark;

        Problem(String mark) {
            this.mark = mark;
        }

        /** As the page's {@code data-error} says it. */
        public String mark() {
            return mark;
        }
    }
}
