package dev.propusk.support;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Support looked something up over all contracts (rule 20). */
record LookupDone(Question question, int found) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return "support.lookup";
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("question", question.text());
        details.put("contract", question.contract());
        details.put("from", question.from() == null ? null : question.from().toString());
        details.put("to", question.to() == null ? null : question.to().toString());
        details.put("zone", question.zone().getId());
        details.put("reason", question.reason());
        details.put("found", found);
        return details;
    }
}
