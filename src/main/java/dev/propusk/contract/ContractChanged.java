package dev.propusk.contract;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.time.ZoneId;
import java.util.Map;

/** A contract's name, network or zone was changed. */
public record ContractChanged(ContractId contract, String name, String ssid, ZoneId zone) implements JournalEvent {
    @Override
    public String action() {
        return "contract.changed";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("name", name, "ssid", ssid, "zone", zone.getId());
    }
}
