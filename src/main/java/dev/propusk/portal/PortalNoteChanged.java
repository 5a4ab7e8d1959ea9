package dev.propusk.portal;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;

/** A network's note to its guests was changed. */
record PortalNoteChanged(ContractId contract, String note) implements JournalEvent {
    @Override
    public String action() {
        return "portal.note-changed";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("note", note);
    }
}
