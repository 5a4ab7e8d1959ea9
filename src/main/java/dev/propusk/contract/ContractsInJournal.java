package dev.propusk.contract;

import dev.propusk.journal.JournalContracts;
import dev.propusk.security.ContractId;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What the journal's pages say of a contract. */
@Component
class ContractsInJournal implements JournalContracts {
    private final Contracts contracts;

    ContractsInJournal(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public String number(ContractId contract) {
        return contracts.get(contract).number();
    }

    @Override
    public ZoneId zone(ContractId contract) {
        return contracts.get(contract).zone();
    }
}
