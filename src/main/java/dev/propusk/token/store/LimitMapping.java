package dev.propusk.token.store;

import dev.propusk.contract.Limits;
import dev.propusk.token.TokenRow;
import dev.propusk.token.TokenRow.Limited;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a token's limits stand in the table {@code token_limit}: no row where it has none and nothing is counted. */
final class LimitMapping {
    /** All of them as one text, {@code 10000,2000,30,5000,123456}, what is not set empty; null: no row. */
    static final String SELECTED = """
            (select concat_ws(',', ifnull(down_kbit, ''), ifnull(up_kbit, ''), ifnull(idle_minutes, ''),
                ifnull(traffic_megabytes, ''), ifnull(octets, '')) from token_limit where token_id = token.id)
            """;

    static final String INSERT = """
            insert into token_limit
                (token_id, contract_id, down_kbit, up_kbit, idle_minutes, traffic_megabytes, octets)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final Pattern COMMA = Pattern.compile(",");

    private LimitMapping() {}

    static boolean isLimited(TokenRow row) {
        return !row.limited().equals(Limited.NOT);
    }

    static @Nullable Object[] toInsert(TokenRow row) {
        Limits limits = row.limited().limits();
        return new @Nullable Object[] {
            row.id().value(),
            row.contract().value(),
            limits.downKbit(),
            limits.upKbit(),
            limits.idleMinutes(),
            limits.trafficMegabytes(),
            row.limited().octets()
        };
    }

    static Limited read(@Nullable String selected) {
        if (selected == null) {
            return Limited.NOT;
        }
        String[] values = COMMA.split(selected, -1);
        Limits limits = new Limits(count(values[0]), count(values[1]), count(values[2]), count(values[3]));
        return new Limited(limits, values[4].isEmpty() ? null : Long.valueOf(values[4]));
    }

    private static @Nullable Integer count(String value) {
        return value.isEmpty() ? null : Integer.valueOf(value);
    }
}
