package dev.propusk.account;

import dev.propusk.security.ContractId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Accounts by the name that somebody signs in with; they stand above contracts, for a name is one login's only. */
public interface AccountRepository extends Repository<Account, UUID> {
    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findByUsername(String username);

    /**
     * The login of whoever acts, in whichever contract it is: the id is that of their session, or of what they have just
     * proved to be theirs, and never one that a request names.
     */
    Optional<Account> findOwnById(UUID account);

    /** One that somebody manages. */
    Optional<Account> findByContractAndId(ContractId contract, UUID id);

    /** One of the provider's own that somebody manages. */
    Optional<Account> findByContractIsNullAndId(UUID id);

    List<Account> findByIdIn(Collection<UUID> accounts);

    List<Account> findByUsernameIn(Collection<String> usernames);

    long count();
}
