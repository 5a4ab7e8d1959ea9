package dev.propusk.gateway.freeradius;

import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A FreeRADIUS server was given a key, or its key was taken away; the journal never sees it. */
record RadiusServerChanged(UUID server, String name, String addresses, boolean added) implements JournalEvent {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return added ? "gateway.server-added" : "gateway.server-removed";
    }

    @Override
    public UUID subject() {
        return server;
    }

    @Override
    public Map<String, Object> details() {
        return addresses.isEmpty() ? Map.of("server", name) : Map.of("server", name, "addresses", addresses);
    }
}
