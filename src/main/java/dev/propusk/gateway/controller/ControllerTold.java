package dev.propusk.gateway.controller;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A controller was told of a device.
 *
 * @param failure null: it did what it was told
 */
record ControllerTold(
        ContractId contract,
        GatewayId gateway,
        MacAddress device,
        String name,
        What what,
        @Nullable ControllerFailure failure)
        implements JournalEvent {
    enum What {
        LET_IN("gateway.let-in"),
        PUT_OFF("gateway.put-off"),
        /** It is told again until it does, or need not any more. */
        FAILED("gateway.not-told");

        private final String action;

        What(String action) {
            this.action = action;
        }
    }

    @Override
    public boolean isTrouble() {
        return failure != null && failure != ControllerFailure.CLIENT;
    }

    @Override
    public String action() {
        return what.action;
    }

    @Override
    public UUID subject() {
        return gateway.value();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("gateway", name);
        details.put("mac", device.toString());
        if (failure != null) {
            details.put("failure", failure);
        }
        return details;
    }
}
