package dev.propusk.journal.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.propusk.base.ProviderSettings;
import dev.propusk.journal.Journal;
import dev.propusk.journal.JournalContracts;
import dev.propusk.journal.JournalEntry;
import dev.propusk.journal.JournalFilter;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the journal that the signed-in login may read. */
@SpringComponent
@UIScope
class JournalReader {
    private final Journal journal;
    private final JournalContracts contracts;
    private final @Nullable ContractId contract;
    private final ZoneId zone;
    private final Map<ContractId, String> numbers = new HashMap<>();

    JournalReader(Journal journal, JournalContracts contracts, CurrentUser currentUser, ProviderSettings provider) {
        this.journal = journal;
        this.contracts = contracts;
        this.contract = currentUser.panelUser().flatMap(PanelUser::contract).orElse(null);
        this.zone = contract == null ? provider.timeZone() : contracts.zone(contract);
    }

    boolean isProvider() {
        return contract == null;
    }

    /** The contract's; for the provider its own. */
    ZoneId zone() {
        return zone;
    }

    List<JournalEntry> page(JournalFilter filter, int offset, int limit) {
        return contract == null
                ? journal.pageAcrossContracts(filter, offset, limit)
                : journal.page(contract, filter, offset, limit);
    }

    int count(JournalFilter filter) {
        return contract == null ? journal.countAcrossContracts(filter) : journal.count(contract, filter);
    }

    List<JournalEntry> export(JournalFilter filter) {
        return contract == null ? journal.exportAcrossContracts(filter) : journal.export(contract, filter);
    }

    String contractNumber(JournalEntry entry) {
        ContractId of = entry.contract();
        return of == null ? "–" : numbers.computeIfAbsent(of, contracts::number);
    }
}
