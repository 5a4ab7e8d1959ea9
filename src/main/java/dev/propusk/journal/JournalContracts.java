package dev.propusk.journal;

import dev.propusk.security.ContractId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;

/** What the journal's pages say of a contract: told by the contracts themselves, which write in the journal. */
public interface JournalContracts {
    /** The numbers of all of them, in one statement for a thousand. */
    Map<ContractId, String> numbers(Collection<ContractId> contracts);

    ZoneId zone(ContractId contract);
}
