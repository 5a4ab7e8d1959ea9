package dev.propusk.support;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import dev.propusk.token.TokenCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Support asked why a guest can't get in (rule 20). */
record Diagnosed(
        @Nullable MacAddress device,
        @Nullable TokenCode code,
        @Nullable String contractNumber) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return "support.diagnosis";
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mac", device == null ? null : device.toString());
        details.put("code", code == null ? null : code.grouped());
        details.put("contract", contractNumber);
        return details;
    }
}
