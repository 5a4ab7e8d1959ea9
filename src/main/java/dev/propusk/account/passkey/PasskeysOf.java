package dev.propusk.account.passkey;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a login has passkeys, and how it loses all of them. */
@Component
public class PasskeysOf {
    private final PasskeyTable table;

    PasskeysOf(PasskeyTable table) {
        this.table = table;
    }

    public boolean hasAny(UUID account) {
        return table.hasAny(account);
    }

    /** Part of the transaction that takes the second factor away from somebody who has lost their device. */
    public void forget(UUID account) {
        table.deleteAll(account);
    }
}
