package dev.propusk.account.passkey;

import dev.propusk.account.Account;
import dev.propusk.account.AccountRepository;
import dev.propusk.security.LoginName;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Logins as the protocol sees them: by a handle, which is the login's id and tells an authenticator nothing else. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private static final int UUID_BYTES = 16;

    private final AccountRepository accounts;

    PasskeyOwners(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Of a handle that a browser names, before its signature is looked at: no more than the name is given, to the protocol. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return handle.getBytes().length == UUID_BYTES
                ? accounts.findOwnById(account(handle))
                        .map(PasskeyOwners::entity)
                        .orElse(null)
                : null;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return LoginName.read(username)
                .flatMap(name -> accounts.findByUsername(name.value()).filter(account -> name.isOf(account.username())))
                .map(PasskeyOwners::entity)
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("Logins are made elsewhere");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Logins stay");
    }

    private static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(account.username())
                .displayName(account.username())
                .build();
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(UUID_BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
