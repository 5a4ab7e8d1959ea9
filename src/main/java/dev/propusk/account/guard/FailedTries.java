package dev.propusk.account.guard;

import dev.propusk.base.DashedWord;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to get in as this login, and did not, within one minute from one place.
 *
 * @param address from where; empty: from several places, or nobody knows
 */
public record FailedTries(
        @Nullable ContractId contract, UUID account, String username, Kind kind, int count, String address)
        implements JournalEvent {
    /** What was wrong; each stands in the journal by this name. */
    public enum Kind {
        /** The password was. */
        SIGN_IN_FAILED,
        /** Nobody looked at the password: too many were wrong before. */
        SIGN_IN_SLOWED,
        /** All was right, but nobody of that role works from there. */
        SIGN_IN_ELSEWHERE,
        /** All was right, but that role signs in by the provider of identities alone. */
        SIGN_IN_CLOSED,
        /** The password was right, the code was not. */
        CODE_FAILED,
        /** In a session that was open, the password that was asked for once more was wrong. */
        PASSWORD_FAILED;

        String action() {
            return "account." + DashedWord.of(this);
        }
    }

    @Override
    public String action() {
        return kind.action();
    }

    @Override
    public UUID subject() {
        return account;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("username", username);
        details.put("count", count);
        if (!address.isEmpty()) {
            details.put("from", address);
        }
        return details;
    }

    @Override
    public boolean isTrouble() {
        return true;
    }
}
