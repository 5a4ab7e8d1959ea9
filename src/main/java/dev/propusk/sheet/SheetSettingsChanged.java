package dev.propusk.sheet;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The owner wants the sheets to be different (rule 20). */
public record SheetSettingsChanged(ContractId contract, SheetSettings settings) implements JournalEvent {
    @Override
    public String action() {
        return "sheet.settings-changed";
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("language", settings.language().name());
        details.put("paper", settings.paper());
        details.put("order", settings.order());
        details.put("qrCode", settings.qrCode());
        details.put("cutLines", settings.cutLines());
        details.put("receiptStub", settings.receiptStub());
        details.put("instructions", settings.instructions() == null ? "" : settings.instructions());
        return details;
    }
}
