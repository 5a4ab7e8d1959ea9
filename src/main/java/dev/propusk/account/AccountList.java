package dev.propusk.account;

import static java.util.stream.Collectors.toMap;

import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.list.Pages;
import dev.propusk.list.Selection;
import dev.propusk.list.Span;
import dev.propusk.security.ContractId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logins, a page at a time: an owner's of the contract, an administrator's of all. */
@Service
@Transactional(readOnly = true)
public class AccountList {
    private static final Selection ALL = new Selection("from account where true", Map.of());

    private final AccountRepository accounts;
    private final Contracts contracts;
    private final Pages pages;

    AccountList(AccountRepository accounts, Contracts contracts, Pages pages) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.pages = pages;
    }

    /**
     * A login as it stands in the list.
     *
     * @param contractNumber null for the provider's own
     */
    public record Listed(Login login, @Nullable String contractNumber) {}

    /**
     * How many there are.
     *
     * @param contract null: all, the provider's own too
     * @param text any part of the name of a contract's login; among all, what the login or its contract's number begins with
     */
    @ManagesAccounts
    public int count(@Nullable ContractId contract, String text) {
        return pages.count(found(contract, text));
    }

    /** As {@link #count}. */
    @ManagesAccounts
    public List<Listed> page(@Nullable ContractId contract, String text, Span<Listed> span) {
        List<UUID> ids = pages.ids(found(contract, text), span);
        List<Login> logins =
                accounts.findByIdIn(ids).stream().map(Account::toLogin).toList();
        Map<ContractId, String> numbers = (contract == null ? contractsOf(logins) : List.of(contracts.get(contract)))
                .stream().collect(toMap(Contract::id, Contract::number));
        List<Listed> listed = logins.stream()
                .map(login -> new Listed(login, login.contract() == null ? null : numbers.get(login.contract())))
                .toList();
        return Pages.inOrder(ids, listed, row -> row.login().id());
    }

    private List<Contract> contractsOf(List<Login> logins) {
        return contracts.find(logins.stream()
                .map(Login::contract)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static Selection found(@Nullable ContractId contract, String text) {
        if (contract == null) {
            return text.isBlank() ? ALL : amongAll(text.strip());
        }
        Map<String, Object> values = new HashMap<>(Map.of("contract", contract.value()));
        if (text.isBlank()) {
            return new Selection("from account where contract_id = :contract", values);
        }
        values.put("part", text.strip());
        return new Selection("from account where contract_id = :contract and locate(:part, username) > 0", values);
    }

    /** Two ranges of indexes: any part of a name would be looked for in hundreds of thousands. */
    private static Selection amongAll(String text) {
        return new Selection(
                String.format(Locale.ROOT, """
                from (
                    (select id from account where username like :begins order by username limit %1$s)
                    union
                    (select a.id from contract c straight_join account a on a.contract_id = c.id
                        where c.found_by like :number limit %1$s)) found
                straight_join account using (id) where true""", Pages.MOST_FOUND),
                Map.of("begins", Pages.escaped(text) + "%", "number", Pages.beginning(text)));
    }
}
