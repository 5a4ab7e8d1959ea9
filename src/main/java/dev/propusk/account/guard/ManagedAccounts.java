package dev.propusk.account.guard;

import dev.propusk.account.Account;
import dev.propusk.account.AccountNotFoundException;
import dev.propusk.account.AccountRepository;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Logins as whoever manages them has them: those of a contract, or with none the provider's own. */
@Component
public class ManagedAccounts {
    private final AccountRepository accounts;
    private final Contracts contracts;
    private final CurrentUser currentUser;

    ManagedAccounts(AccountRepository accounts, Contracts contracts, CurrentUser currentUser) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.currentUser = currentUser;
    }

    public Optional<Account> find(@Nullable ContractId contract, UUID id) {
        return contract == null ? accounts.findByContractIsNullAndId(id) : accounts.findByContractAndId(contract, id);
    }

    /**
     * One that is to be changed.
     *
     * @throws AccountNotFoundException where there is none
     */
    public Account toChange(@Nullable ContractId contract, UUID id) {
        requireChangeable(contract);
        return find(contract, id).orElseThrow(AccountNotFoundException::new);
    }

    /** A suspended contract's panel is read-only for those who work there (rule 22). */
    public void requireChangeable(@Nullable ContractId contract) {
        if (contract != null
                && currentUser.panelUser().flatMap(PanelUser::contract).isPresent()) {
            contracts.requireOpen(contract);
        }
    }
}
