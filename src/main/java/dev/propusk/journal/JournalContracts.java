package dev.propusk.journal;

import dev.propusk.security.ContractId;
import java.time.ZoneId;

/** What the journal's pages say of a contract: told by the contracts themselves, which write in the journal. */
public interface JournalContracts {
    String number(ContractId contract);

    ZoneId zone(ContractId contract);
}
