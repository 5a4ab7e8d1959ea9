package dev.propusk.webhook;

import dev.propusk.security.ContractId;
import dev.propusk.security.Deed;
import java.util.Map;

/** Something was done to where a contract's events go. */
public record HookDeed(ContractId contract, String action, Map<String, Object> details) implements Deed {
    static HookDeed set(Hook hook) {
        return new HookDeed(hook.contract(), "webhook.set", Map.of("url", hook.url(), "lowAt", hook.lowAt()));
    }

    static HookDeed of(ContractId contract, String action) {
        return new HookDeed(contract, action, Map.of());
    }
}
