package dev.propusk.contract;

import dev.propusk.data.InstantConverter;
import dev.propusk.list.SortKey;
import java.util.List;

/** What the list of contracts can be sorted by. */
public final class ContractColumn {
    public static final SortKey<Contract> NUMBER = SortKey.unique("number", Contract::number);
    public static final SortKey<Contract> NAME = SortKey.of("name", Contract::name);
    public static final SortKey<Contract> SSID = SortKey.of("ssid", Contract::ssid);
    public static final SortKey<Contract> STATUS =
            SortKey.of("status", contract -> contract.status().name());
    public static final SortKey<Contract> ZONE =
            SortKey.of("zone", contract -> contract.zone().getId());
    public static final SortKey<Contract> OPENED =
            SortKey.of("opened_at", contract -> InstantConverter.toUtc(contract.openedAt()));
    /** The first is the one that it is sorted by at first. */
    public static final List<SortKey<Contract>> ALL = List.of(NUMBER, NAME, SSID, STATUS, ZONE, OPENED);

    private ContractColumn() {}
}
