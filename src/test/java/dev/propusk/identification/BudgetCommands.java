package dev.propusk.identification;

import dev.propusk.TestContracts;
import dev.propusk.faults.Commands;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Wrong codes are charged. */
public final class BudgetCommands implements Commands {
    private final GuessingBudgets budgets;

    BudgetCommands(GuessingBudgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "GuessingBudgets.chargeGuess",
                        hotel -> {
                            Attempt attempt = Attempt.atGateway(hotel.id(), UUID.randomUUID(), TestContracts.device());
                            return Executors.callable(() -> budgets.chargeGuess(attempt));
                        },
                "GuessingBudgets.chargeDevice",
                        hotel -> {
                            Attempt attempt = Attempt.atGateway(hotel.id(), UUID.randomUUID(), TestContracts.device());
                            return Executors.callable(() -> budgets.chargeDevice(attempt));
                        });
    }
}
