package dev.propusk.account;

import dev.propusk.base.DashedWord;
import dev.propusk.journal.JournalEvent;
import dev.propusk.security.ContractId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a login changed.
 *
 * @param to the new role, the new device, or the way in where that was not by what they have here
 */
public record AccountChanged(
        @Nullable ContractId contract,
        UUID account,
        String username,
        Change change,
        @Nullable String to) implements JournalEvent {
    /** The way in of whoever the provider of identities vouches for. */
    public static final String BY_IDENTITY = "identity-provider";

    /** What; each stands in the journal by this name. */
    public enum Change {
        INVITED,
        LINK_MADE,
        LINK_USED,
        PASSWORD_CHANGED,
        ROLE_CHANGED,
        DISABLED,
        ENABLED,
        SECOND_FACTOR_SET,
        SECOND_FACTOR_REMOVED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        IDENTITY_LINKED,
        IDENTITY_UNLINKED,
        RECOVERY_CODE_USED,
        NEW_DEVICE,
        SESSION_ENDED,
        SIGNED_IN;

        public String action() {
            return "account." + DashedWord.of(this);
        }

        /** The name under which it stands what it was changed to. */
        private String detail() {
            return switch (this) {
                case NEW_DEVICE -> "device";
                case SIGNED_IN -> "way";
                default -> "role";
            };
        }

        /** Whether who was signed in before no longer is. */
        boolean endsSessions() {
            return switch (this) {
                case LINK_USED,
                        PASSWORD_CHANGED,
                        ROLE_CHANGED,
                        DISABLED,
                        SECOND_FACTOR_SET,
                        SECOND_FACTOR_REMOVED,
                        PASSKEY_ADDED,
                        PASSKEY_REMOVED,
                        IDENTITY_LINKED,
                        IDENTITY_UNLINKED,
                        SESSION_ENDED -> true;
                case INVITED, LINK_MADE, ENABLED, RECOVERY_CODE_USED, NEW_DEVICE, SIGNED_IN -> false;
            };
        }
    }

    public static AccountChanged of(Account account, Change change) {
        return of(account, change, null);
    }

    public static AccountChanged of(Account account, Change change, @Nullable String to) {
        return new AccountChanged(account.contract(), account.id(), account.username(), change, to);
    }

    @Override
    public String action() {
        return change.action();
    }

    @Override
    public UUID subject() {
        return account;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("username", username);
        if (to != null) {
            details.put(change.detail(), to);
        }
        return details;
    }
}
