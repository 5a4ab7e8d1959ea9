package dev.propusk.webhook;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;

/** Something was done to where a contract's events go. */
public record HookChanged(ContractId contract, String action, Map<String, Object> details) implements JournalEvent {
    static HookChanged set(Hook hook) {
        return new HookChanged(hook.contract(), "webhook.set", Map.of("url", hook.url(), "lowAt", hook.lowAt()));
    }

    static HookChanged of(ContractId contract, String action) {
        return new HookChanged(contract, action, Map.of());
    }
}
