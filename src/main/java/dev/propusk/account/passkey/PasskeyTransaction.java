package dev.propusk.account.passkey;

import dev.propusk.account.Account;
import dev.propusk.account.AccountChanged;
import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.AccountRepository;
import dev.propusk.data.Atomic;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;

/** The transactions behind {@link Passkeys}: each ends the login's other sessions. */
@Component
public class PasskeyTransaction {
    private final PasskeyTable table;
    private final AccountRepository accounts;
    private final ApplicationEventPublisher events;

    PasskeyTransaction(PasskeyTable table, AccountRepository accounts, ApplicationEventPublisher events) {
        this.table = table;
        this.accounts = accounts;
        this.events = events;
    }

    @Atomic
    public void add(CredentialRecord passkey) {
        Account account = accounts.findOwnById(PasskeyOwners.account(passkey.getUserEntityUserId()))
                .orElseThrow();
        table.insert(passkey);
        account.changeFactor();
        events.publishEvent(AccountChanged.of(account, Change.PASSKEY_ADDED));
    }

    @Atomic
    public void remove(UUID id, Bytes credential) {
        Account account = accounts.findOwnById(id).orElseThrow();
        if (table.delete(id, credential)) {
            account.changeFactor();
            events.publishEvent(AccountChanged.of(account, Change.PASSKEY_REMOVED));
        }
    }
}
