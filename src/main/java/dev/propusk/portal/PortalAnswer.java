package dev.propusk.portal;

import dev.propusk.identification.Identified;

/** What the portal says to a device. */
public sealed interface PortalAnswer {
    /** The device may pass. */
    record Done(Identified identified) implements PortalAnswer {}

    /** It may not; guests learn no more than this (rule 9). */
    record Refused(Problem problem) implements PortalAnswer {}

    /** Why the portal asks again, as far as a guest is told. */
    enum Problem {
        /** What was typed identifies nobody here. */
        NOT_ACCEPTED("not-accepted"),
        /** A phone number, which this network does not take yet. */
        PHONE("phone"),
        /** It is not known which device asks. */
        DEVICE("device");

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
