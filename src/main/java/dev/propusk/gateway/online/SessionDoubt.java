package dev.propusk.gateway.online;

/** Where what is told of a session is weak (rule 27). */
public enum SessionDoubt {
    /** It was first heard of then, and may have begun before. */
    BEGAN_EARLIER,
    /** Nobody said that it had ended: it was last heard of then. */
    ENDED_LATER,
    /** The device made its address up and may change it. */
    PRIVATE_MAC,
    /** More than one token held meanwhile; the latest entered is named. */
    SEVERAL_TOKENS
}
