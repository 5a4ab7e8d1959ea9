package dev.propusk.contract;

import dev.propusk.data.InstantConverter;
import dev.propusk.list.SortKey;
import java.util.function.Function;

/** What the list of contracts can be sorted by. */
public enum ContractColumn implements SortKey<Contract> {
    NUMBER("number", Contract::number),
    NAME("name", Contract::name),
    SSID("ssid", Contract::ssid),
    STATUS("status", contract -> contract.status().name()),
    ZONE("zone", contract -> contract.zone().getId()),
    OPENED("opened_at", contract -> InstantConverter.toUtc(contract.openedAt()));

    private final String column;
    /** A method, which has no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Contract, Object> value;

    ContractColumn(String column, Function<Contract, Object> value) {
        this.column = column;
        this.value = value;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public boolean isUnique() {
        return this == NUMBER;
    }

    @Override
    public Object of(Contract contract) {
        return value.apply(contract);
    }
}
