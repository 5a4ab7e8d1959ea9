package dev.propusk.contract;

import static java.util.stream.Collectors.toMap;

import dev.propusk.journal.JournalContracts;
import dev.propusk.security.ContractId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Component;

/** What the journal's pages say of a contract. */
@Component
class ContractsInJournal implements JournalContracts {
    private static final int AT_ONCE = 1_000;

    private final Contracts contracts;
    private final ContractRepository repository;

    ContractsInJournal(Contracts contracts, ContractRepository repository) {
        this.contracts = contracts;
        this.repository = repository;
    }

    @Override
    public Map<ContractId, String> numbers(Collection<ContractId> asked) {
        return asked.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .flatMap(ids -> repository.findByIdIn(ids).stream())
                .collect(toMap(Contract::id, Contract::number));
    }

    @Override
    public ZoneId zone(ContractId contract) {
        return contracts.get(contract).zone();
    }
}
