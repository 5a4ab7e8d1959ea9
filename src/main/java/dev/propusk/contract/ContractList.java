package dev.propusk.contract;

import dev.propusk.list.Pages;
import dev.propusk.list.Searchable;
import dev.propusk.list.Selection;
import dev.propusk.list.Span;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All contracts, for the provider: a page at a time, searched by any part of the number, the name, the slug or the SSID. */
@Service
@PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
@Transactional(readOnly = true)
public class ContractList implements Searchable<Contract> {
    private static final Selection ALL = new Selection("from contract where true", Map.of());

    private final ContractRepository contracts;
    private final Pages pages;

    ContractList(ContractRepository contracts, Pages pages) {
        this.contracts = contracts;
        this.pages = pages;
    }

    @Override
    public int count(String text) {
        return pages.count(found(text));
    }

    @Override
    public List<Contract> page(String text, Span<Contract> span) {
        List<UUID> ids = pages.ids(found(text), span);
        List<Contract> found =
                contracts.findByIdIn(ids.stream().map(ContractId::new).toList());
        return Pages.inOrder(ids, found, contract -> contract.id().value());
    }

    /** What a contract is called stands in an index, so that looking for a part of it reads no contract. */
    private static Selection found(String text) {
        return text.isBlank()
                ? ALL
                : new Selection(String.format(Locale.ROOT, """
                        from (select id from contract where locate(lower(:part), found_by) > 0
                            order by found_by limit %s) found
                        straight_join contract using (id) where true""", Pages.MOST_FOUND), Map.of("part", text.strip()));
    }
}
