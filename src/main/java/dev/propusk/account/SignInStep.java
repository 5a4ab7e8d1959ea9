package dev.propusk.account;

/** What somebody still has to do after a right password. */
public enum SignInStep {
    /** Give a code from their device. */
    CODE,
    /** Set a password of their own instead of a first one. */
    PASSWORD,
    /** Set up a device that makes codes. */
    ENROLMENT,
    NONE
}
