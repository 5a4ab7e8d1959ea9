package dev.propusk.work;

/**
 * How many rows of one lane are worked on at once on a node.
 *
 * @param prompt where the last one was done at once; before that is known, one
 * @param silent where the last one took long
 */
public record LaneLimits(int prompt, int silent) {}
