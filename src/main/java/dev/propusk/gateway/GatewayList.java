package dev.propusk.gateway;

import static java.util.stream.Collectors.toMap;

import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.list.Pages;
import dev.propusk.list.Searchable;
import dev.propusk.list.Selection;
import dev.propusk.list.SortKey;
import dev.propusk.list.Span;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All gateways in use, for the provider's administrators: a page at a time, searched by any part of the name, the RADIUS name
 * or the address, or by what the contract's number begins with.
 */
@Service
@PreAuthorize("hasRole('ADMIN')")
@Transactional(readOnly = true)
public class GatewayList implements Searchable<GatewayList.Listed> {
    /** What it can be sorted by. */
    public static final SortKey<Listed> BY_NAME =
            SortKey.of("name", row -> row.gateway().name());

    private static final Selection ALL = new Selection("from gateway where removed_at is null", Map.of());

    private final CrossContractGateways gateways;
    private final Contracts contracts;
    private final Pages pages;

    GatewayList(CrossContractGateways gateways, Contracts contracts, Pages pages) {
        this.gateways = gateways;
        this.contracts = contracts;
        this.pages = pages;
    }

    /** A gateway and whose network it is in. */
    public record Listed(Gateway gateway, Contract contract) {}

    /** One that is in use. */
    public Optional<Listed> find(GatewayId id) {
        return listed(gateways.findByIdIn(List.of(id))).stream()
                .filter(one -> !one.gateway().isRemoved())
                .findFirst();
    }

    @Override
    public int count(String text) {
        return pages.count(found(text));
    }

    @Override
    public List<Listed> page(String text, Span<Listed> span) {
        List<UUID> ids = pages.ids(found(text), span);
        List<Listed> listed =
                listed(gateways.findByIdIn(ids.stream().map(GatewayId::new).toList()));
        return Pages.inOrder(ids, listed, row -> row.gateway().id().value());
    }

    private List<Listed> listed(List<Gateway> page) {
        Map<ContractId, Contract> their =
                contracts.find(page.stream().map(Gateway::contract).distinct().toList()).stream()
                        .collect(toMap(Contract::id, Function.identity()));
        return page.stream()
                .map(gateway -> new Listed(gateway, Objects.requireNonNull(their.get(gateway.contract()))))
                .toList();
    }

    /** An address in any writing is looked for in the one that is kept. */
    private static String part(String text) {
        return NetworkAddress.read(text).map(NetworkAddress::toString).orElse(text.strip());
    }

    /** What a gateway is called stands in an index, so that looking for a part of it reads no gateway. */
    private static Selection found(String text) {
        if (text.isBlank()) {
            return ALL;
        }
        return new Selection(
                String.format(Locale.ROOT, """
                from (
                    (select id from gateway where removed_at is null and locate(lower(:part), found_by) > 0
                        order by found_by limit %1$s)
                    union
                    (select g.id from contract c straight_join gateway g on g.contract_id = c.id
                        where c.found_by like :number and g.removed_at is null limit %1$s)) found
                straight_join gateway using (id) where true""", Pages.MOST_FOUND),
                Map.of("part", part(text), "number", Pages.beginning(text)));
    }
}
