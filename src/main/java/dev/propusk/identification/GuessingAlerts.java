package dev.propusk.identification;

import dev.propusk.identification.Attempt.Source;
import dev.propusk.security.ContractId;
import dev.propusk.security.StaffOnly;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who work for a contract that somebody guesses its codes (rule 19). */
@Service
public class GuessingAlerts {
    private final GuessingBudgets budgets;
    private final GuessingSettings settings;

    GuessingAlerts(GuessingBudgets budgets, GuessingSettings settings) {
        this.budgets = budgets;
        this.settings = settings;
    }

    /** What goes on now: nothing while more than half of each budget is left. */
    @StaffOnly
    @Transactional(readOnly = true)
    public List<GuessingAlert> of(ContractId contract) {
        return Arrays.stream(Source.values())
                .flatMap(source -> alert(contract, source))
                .toList();
    }

    private Stream<GuessingAlert> alert(ContractId contract, Source source) {
        double left = budgets.left(contract, source);
        return GuessingAlert.of(source, settings.of(source), left).stream();
    }
}
