package dev.propusk.api.key;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;

/** An API key was made. */
public record ApiKeyMade(ContractId contract, UUID key, String name, String scopes, String addresses)
        implements JournalEvent {
    @Override
    public String action() {
        return "api-key.made";
    }

    @Override
    public UUID subject() {
        return key;
    }

    @Override
    public Map<String, Object> details() {
        return addresses.isEmpty()
                ? Map.of("name", name, "scopes", scopes)
                : Map.of("name", name, "scopes", scopes, "addresses", addresses);
    }
}
