package dev.propusk.support;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.security.Deed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Support looked for a device over all contracts. */
record DeviceLookedUp(MacAddress device, int found) implements Deed {
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
        return Map.of("mac", device.toString(), "found", found);
    }
}
