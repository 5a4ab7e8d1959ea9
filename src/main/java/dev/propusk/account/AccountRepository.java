package dev.propusk.account;

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

    Optional<Account> findById(UUID account);

    List<Account> findByIdIn(Collection<UUID> accounts);

    List<Account> findByUsernameIn(Collection<String> usernames);

    long count();
}
