package dev.propusk.sheet;

import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.contract.Contracts;
import dev.propusk.data.Atomic;
import dev.propusk.journal.Conflicts;
import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each contract wants its sheets: read and changed by its owner. */
@Service
public class SheetSetup {
    private static final List<String> CHANGES = List.of("sheet.settings-changed");

    private final SheetSettingsTable table;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;
    private final Conflicts conflicts;

    SheetSetup(SheetSettingsTable table, Contracts contracts, ApplicationEventPublisher events, Conflicts conflicts) {
        this.conflicts = conflicts;
        this.table = table;
        this.contracts = contracts;
        this.events = events;
    }

    @OwnerOnly
    @Transactional(readOnly = true)
    public SavedSheetSettings of(ContractId contract) {
        return table.find(contract);
    }

    /**
     * Changes how the sheet looks.
     *
     * @param seen the version that the owner was shown
     * @throws ChangedMeanwhileException where they have been changed since
     */
    @OwnerOnly
    @Atomic
    public SavedSheetSettings change(ContractId contract, SheetSettings settings, int seen) {
        contracts.requireOpen(contract);
        if (!table.replace(contract, settings, seen)) {
            throw conflicts.over(contract, null, CHANGES);
        }
        events.publishEvent(new SheetSettingsChanged(contract, settings));
        return new SavedSheetSettings(settings, seen + 1);
    }
}
