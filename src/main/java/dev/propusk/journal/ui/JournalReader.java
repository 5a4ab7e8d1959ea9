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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of the journal that the signed-in login may read. */
@SpringComponent
@UIScope
class JournalReader {
    private final Journal journal;
    private final JournalContracts contracts;
    private final ProviderSettings provider;
    private final @Nullable ContractId contract;
    private final Map<ContractId, String> numbers = new HashMap<>();
    private @Nullable ZoneId zone;

    JournalReader(Journal journal, JournalContracts contracts, CurrentUser currentUser, ProviderSettings provider) {
        this.journal = journal;
        this.contracts = contracts;
        this.provider = provider;
        this.contract = currentUser.panelUser().flatMap(PanelUser::contract).orElse(null);
    }

    boolean isProvider() {
        return contract == null;
    }

    /** The contract's; for the provider its own. */
    ZoneId zone() {
        if (zone == null) {
            zone = contract == null ? provider.timeZone() : contracts.zone(contract);
        }
        return zone;
    }

    List<JournalEntry> page(JournalFilter filter, int offset, int limit) {
        return contract == null
                ? numbered(journal.pageAcrossContracts(filter, offset, limit))
                : journal.page(contract, filter, offset, limit);
    }

    int count(JournalFilter filter) {
        return contract == null ? journal.countAcrossContracts(filter) : journal.count(contract, filter);
    }

    List<JournalEntry> export(JournalFilter filter) {
        return contract == null ? numbered(journal.exportAcrossContracts(filter)) : journal.export(contract, filter);
    }

    /** Asks once for the numbers of all contracts that these are about. */
    private List<JournalEntry> numbered(List<JournalEntry> entries) {
        numbers.putAll(contracts.numbers(entries.stream()
                .map(JournalEntry::contract)
                .filter(Objects::nonNull)
                .filter(id -> !numbers.containsKey(id))
                .distinct()
                .toList()));
        return entries;
    }

    String contractNumber(JournalEntry entry) {
        ContractId of = entry.contract();
        if (of == null) {
            return "–";
        }
        if (!numbers.containsKey(of)) {
            numbers.putAll(contracts.numbers(List.of(of)));
        }
        return numbers.getOrDefault(of, "–");
    }
}
