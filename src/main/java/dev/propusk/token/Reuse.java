package dev.propusk.token;

/** How many devices a token may identify. */
public enum Reuse {
    /** One device (rule 3). */
    SINGLE_USE,
    /** Any number of devices, each with an end of its own (rules 4 and 6). */
    MULTI_USE
}
