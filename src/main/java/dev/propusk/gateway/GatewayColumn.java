package dev.propusk.gateway;

import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.list.SortKey;

/** What the list of gateways can be sorted by. */
public enum GatewayColumn implements SortKey<Listed> {
    NAME;

    @Override
    public String column() {
        return "name";
    }

    @Override
    public Object of(Listed row) {
        return row.gateway().name();
    }
}
