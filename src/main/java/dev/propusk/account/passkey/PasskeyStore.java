package dev.propusk.account.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Keeps passkeys for the protocol, which saves one when it is registered and each time that it is used. */
@Component
class PasskeyStore implements UserCredentialRepository {
    private final PasskeyTable table;
    private final PasskeyTransaction transaction;

    PasskeyStore(PasskeyTable table, PasskeyTransaction transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    @Override
    public void save(CredentialRecord passkey) {
        if (!table.update(passkey)) {
            transaction.add(passkey);
        }
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("Their person takes them away");
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return table.find(credential).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return table.of(PasskeyOwners.account(handle));
    }
}
