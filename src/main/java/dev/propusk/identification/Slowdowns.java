package dev.propusk.identification;

import dev.propusk.base.MacAddress;
import dev.propusk.identification.Attempt.Source;
import dev.propusk.identification.Slowdown.Whose;
import dev.propusk.security.ContractId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells support where codes are not looked at for now (rule 19). */
@Service
public class Slowdowns {
    private final GuessingBudgets budgets;
    private final Clock clock;

    Slowdowns(GuessingBudgets budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * Those that a guest of this network would meet. What single client addresses have used up is not among them: who
     * asks for a guest does not know the address.
     *
     * @param device null: not known
     * @param gateways the network's
     */
    @PreAuthorize("hasRole('SUPPORT')")
    @Transactional(readOnly = true)
    public List<Slowdown> inNetwork(ContractId contract, @Nullable MacAddress device, Collection<UUID> gateways) {
        List<Slowdown> found = new ArrayList<>();
        for (Source source : Source.values()) {
            if (device != null) {
                note(found, source, Whose.DEVICE, budgets.waitOfDevice(contract, source, device));
            }
            note(found, source, Whose.CONTRACT, budgets.waitOfContract(contract, source));
        }
        gateways.forEach(gateway -> note(found, Source.GATEWAY, Whose.GATEWAY, budgets.waitOfGateway(gateway)));
        note(found, Source.OPEN_PAGE, Whose.OPEN_PAGES, budgets.waitOfOpenPages());
        return List.copyOf(found);
    }

    private void note(List<Slowdown> found, Source source, Whose whose, Duration wait) {
        if (wait.isPositive()) {
            found.add(new Slowdown(source, whose, clock.instant().plus(wait)));
        }
    }
}
