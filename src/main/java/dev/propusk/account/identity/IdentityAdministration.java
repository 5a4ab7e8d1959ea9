package dev.propusk.account.identity;

import dev.propusk.account.ManagesAccounts;
import dev.propusk.account.guard.ManagedAccounts;
import dev.propusk.security.ContractId;
import dev.propusk.security.NeedsProof;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whose identity a login is, managed as logins are: by the owner in the contract, by an administrator everywhere. */
@Service
public class IdentityAdministration {
    private final IdentitySettings settings;
    private final IdentityTable table;
    private final IdentityTransaction transaction;
    private final ManagedAccounts managed;

    IdentityAdministration(
            IdentitySettings settings, IdentityTable table, IdentityTransaction transaction, ManagedAccounts managed) {
        this.settings = settings;
        this.table = table;
        this.transaction = transaction;
        this.managed = managed;
    }

    /** Whether somebody signs in to it by the provider of identities. */
    @ManagesAccounts
    public boolean isLinked(@Nullable ContractId contract, UUID id) {
        return settings.isOn()
                && managed.find(contract, id)
                        .filter(account -> table.hasAny(
                                account.id(),
                                Objects.requireNonNull(settings.issuer()).toString()))
                        .isPresent();
    }

    /** Whoever comes next under its name is linked anew: for somebody who is another one there now. Its sessions end. */
    @ManagesAccounts
    @NeedsProof
    public void unlink(@Nullable ContractId contract, UUID id) {
        transaction.unlink(managed.toChange(contract, id).id());
    }
}
