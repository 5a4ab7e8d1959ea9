package dev.propusk.support;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate about a lookup was made. */
record CertificateMade(String number, String reason) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return "support.certificate";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("number", number, "reason", reason);
    }
}
