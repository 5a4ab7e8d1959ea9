package dev.propusk.gateway.disconnect;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which sessions a gateway was told to end lately, and what it said. */
@Service
public class Endings {
    private static final int MOST = 20;
    private static final String ORDERS = """
            select s.mac, d.reason, d.ordered_at, d.tries, d.next_try_at, d.done_at, d.answer
            from disconnect d join device_session s on s.id = d.session_id where d.contract_id = :contract and\s""";

    private final JdbcClient jdbc;

    Endings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that a gateway was told.
     *
     * @param reason what ended its token
     * @param tries how often it was told so far
     * @param at when it is told next, or said its last word
     * @param answer as it is kept: see {@link SessionDisconnected#answer}; null: it has not said anything yet
     */
    public record Order(
            MacAddress device,
            String reason,
            Instant orderedAt,
            int tries,
            Instant at,
            @Nullable String answer) {}

    /**
     * Those of one gateway.
     *
     * @param waiting the one that is due first comes first
     * @param done the latest first
     */
    public record Orders(List<Order> waiting, List<Order> done) {}

    /** At most {@value #MOST} of each. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public Orders of(ContractId contract, GatewayId gateway) {
        return new Orders(
                orders("d.lane = :gateway order by d.next_try_at", contract, gateway),
                orders("d.gateway_id = :gateway and d.done_at is not null order by d.done_at desc", contract, gateway));
    }

    private List<Order> orders(String which, ContractId contract, GatewayId gateway) {
        return jdbc.sql(ORDERS + which + " limit " + MOST)
                .param("contract", contract.value())
                .param("gateway", gateway.value())
                .query(Endings::order)
                .list();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        Instant done = InstantConverter.instantOrNull(row, "done_at");
        return new Order(
                MacAddress.of(row.getBytes("mac")),
                row.getString("reason"),
                InstantConverter.instant(row, "ordered_at"),
                row.getInt("tries"),
                done == null ? InstantConverter.instant(row, "next_try_at") : done,
                row.getString("answer"));
    }
}
