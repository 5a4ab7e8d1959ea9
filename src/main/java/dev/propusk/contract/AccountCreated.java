package dev.propusk.contract;

import dev.propusk.security.ContractId;
import dev.propusk.security.Deed;
import dev.propusk.security.Role;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login was made. */
public record AccountCreated(@Nullable ContractId contract, UUID account, String username, Role role) implements Deed {
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
