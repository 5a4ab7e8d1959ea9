package dev.propusk.support;

import dev.propusk.audit.PurgedSeals;
import dev.propusk.security.ContractId;
import dev.propusk.security.Deed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of the journal past their retention were purged. */
record JournalPurged(long untilSeal, int entries) implements Deed {
    @Override
    public @Nullable ContractId contract() {
        return null;
    }

    @Override
    public String action() {
        return PurgedSeals.ACTION;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("untilSeal", untilSeal, "entries", entries);
    }
}
