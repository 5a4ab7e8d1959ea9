package dev.propusk.token.search;

/**
 * How many tokens a contract has, by state. The unused are counted exactly; the others up to {@link Tokens#MOST}, and one
 * more stands for "more than that".
 */
public record TokenCounts(int all, int unused, int active, int annulled) {}
