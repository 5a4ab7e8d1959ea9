package dev.propusk.identification;

import dev.propusk.identification.Attempt.Source;
import java.util.Optional;

/**
 * Many wrong codes come to a contract.
 *
 * @param slowed whether so many that codes are refused unseen until the budget has filled again
 */
public record GuessingAlert(Source source, boolean slowed) {
    /** Nothing while more than half of the budget is left. */
    static Optional<GuessingAlert> of(Source source, Budget budget, double left) {
        return left < budget.burst() / 2.0 ? Optional.of(new GuessingAlert(source, left < 1)) : Optional.empty();
    }
}
