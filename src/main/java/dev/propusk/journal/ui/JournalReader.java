package dev.propusk.journal.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import dev.propusk.contract.Contracts;
import dev.propusk.journal.Journal;
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
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** The part of the journal that the signed-in login may read. */
@SpringComponent
@UIScope
class JournalReader {
    private static final ZoneId PROVIDERS_ZONE = ZoneId.of("Europe/Moscow");

    private static final int AT_ONCE = 1_000;

    private final Journal journals;
    private final Contracts contracts;
    private final @Nullable ContractId contract;
    private final Map<ContractId, String> numbers = new HashMap<>();
    private @Nullable ZoneId zone;

    JournalReader(Journal journals, Contracts contracts, CurrentUser currentUser) {
        this.journals = journals;
        this.contracts = contracts;
        this.contract = currentUser.panelUser().flatMap(PanelUser::contract).orElse(null);
    }

    boolean isProvider() {
        return contract == null;
    }

    /** The contract's; Moscow's for the provider. */
    ZoneId zone() {
        if (zone == null) {
            zone = contract == null ? PROVIDERS_ZONE : contracts.get(contract).zone();
        }
        return zone;
    }

    List<JournalEntry> page(JournalFilter filter, int offset, int limit) {
        return contract == null
                ? numbered(journals.pageAcrossContracts(filter, offset, limit))
                : journals.page(contract, filter, offset, limit);
    }

    int count(JournalFilter filter) {
        return contract == null ? journals.countAcrossContracts(filter) : journals.count(contract, filter);
    }

    List<JournalEntry> export(JournalFilter filter) {
        return contract == null ? numbered(journals.exportAcrossContracts(filter)) : journals.export(contract, filter);
    }

    /** Asks once for the numbers of all contracts that these are about. */
    private List<JournalEntry> numbered(List<JournalEntry> entries) {
        entries.stream()
                .map(JournalEntry::contract)
                .filter(Objects::nonNull)
                .filter(id -> !numbers.containsKey(id))
                .distinct()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(ids -> contracts.find(ids).forEach(found -> numbers.put(found.id(), found.number())));
        return entries;
    }

    String contractNumber(JournalEntry entry) {
        ContractId of = entry.contract();
        return of == null
                ? "–"
                : numbers.computeIfAbsent(of, id -> contracts.get(id).number());
    }
}
