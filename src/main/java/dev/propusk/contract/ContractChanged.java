package dev.propusk.contract;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A contract's name, network, zone or limits were changed. */
public record ContractChanged(ContractId contract, String name, String ssid, ZoneId zone, Limits limits)
        implements JournalEvent {
    @Override
    public String action() {
        return "contract.changed";
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", name);
        details.put("ssid", ssid);
        details.put("zone", zone.getId());
        details.putAll(limits.named());
        return details;
    }
}
