package dev.propusk.gateway.session;

/** How a session's beginning is known. */
public enum SessionStart {
    /** The gateway said so when it began. */
    SAID,
    /** From a later report, which said how long it had lasted. */
    DERIVED,
    /** It was first heard of then, and may have begun before. */
    HEARD
}
