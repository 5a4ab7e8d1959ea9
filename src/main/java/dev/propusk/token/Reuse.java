package dev.propusk.token;

/** How many devices a token may identify. */
public enum Reuse {
    /** One device (rule 3). */
    SINGLE_USE,
    /** Any number of devices or up to so many, each with an end of its own (rules 4, 6 and 23). */
    MULTI_USE
}
