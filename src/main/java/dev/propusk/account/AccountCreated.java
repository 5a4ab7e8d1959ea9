package dev.propusk.account;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import dev.propusk.security.Role;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login was made. */
public record AccountCreated(@Nullable ContractId contract, UUID account, String username, Role role)
        implements JournalEvent {
    @Override
    public String action() {
        return "account.created";
    }

    @Override
    public UUID subject() {
        return account;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("username", username, "role", role);
    }
}
