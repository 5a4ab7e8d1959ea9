package dev.propusk.token;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device goes on under a new MAC (rule 17).
 *
 * @param until as before; null: unlimited
 */
public record TokenMoved(
        ContractId contract,
        TokenId token,
        TokenId successor,
        MacAddress from,
        MacAddress to,
        @Nullable Instant until) implements JournalEvent {
    @Override
    public String action() {
        return "token.moved";
    }

    @Override
    public UUID subject() {
        return token.value();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", from.toString());
        details.put("to", to.toString());
        details.put("successor", successor.toString());
        details.put("until", until == null ? null : until.toString());
        return details;
    }
}
