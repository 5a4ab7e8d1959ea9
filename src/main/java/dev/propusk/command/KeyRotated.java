package dev.propusk.command;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another key has taken the place of the installation's.
 *
 * @param fingerprint of the one in use from then on, in hexadecimal
 * @param secrets how many were encrypted anew
 */
record KeyRotated(String fingerprint, int secrets) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return "secret.key-rotated";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("fingerprint", fingerprint, "count", secrets);
    }
}
