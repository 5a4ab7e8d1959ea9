package dev.propusk.account;

import dev.propusk.security.ContractId;
import dev.propusk.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login as those see it who manage it: never its password.
 *
 * @param contract null for the provider's own
 * @param invited nobody has set its password yet
 * @param secondFactor whether a code from a device is asked for
 * @param version another one with each change
 */
public record Login(
        UUID id,
        @Nullable ContractId contract,
        String username,
        Role role,
        boolean enabled,
        boolean invited,
        boolean secondFactor,
        Instant createdAt,
        int version) {
    /** Whether its person can sign in. */
    public enum State {
        ENABLED,
        INVITED,
        DISABLED
    }

    public State state() {
        if (!enabled) {
            return State.DISABLED;
        }
        return invited ? State.INVITED : State.ENABLED;
    }
}
