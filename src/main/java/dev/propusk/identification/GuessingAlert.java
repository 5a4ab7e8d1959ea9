package dev.propusk.identification;

import dev.propusk.identification.Attempt.Source;

/**
 * Many wrong codes come to a contract.
 *
 * @param slowed whether so many that codes are refused unseen until the budget has filled again
 */
public record GuessingAlert(Source source, boolean slowed) {}
