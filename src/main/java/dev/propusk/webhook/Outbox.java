package dev.propusk.webhook;

import dev.propusk.contract.Contracts;
import dev.propusk.data.InstantConverter;
import dev.propusk.data.OwnId;
import dev.propusk.data.WithinTransaction;
import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is to be delivered: written in the transaction of the event, so that it is neither lost nor made up. */
@Component
class Outbox {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Contracts contracts;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(JdbcClient jdbc, JdbcTemplate batches, Contracts contracts, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.contracts = contracts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Puts one event for each of the data.
     *
     * @param data of each event
     */
    @WithinTransaction
    public void put(ContractId contract, String type, List<Map<String, Object>> data) {
        Instant now = clock.instant();
        LocalDateTime at = InstantConverter.toUtc(now);
        String number = contracts.get(contract).number();
        List<Object[]> rows = new ArrayList<>();
        for (Map<String, Object> one : data) {
            UUID id = OwnId.next("webhook_delivery");
            rows.add(new Object[] {id, contract.value(), type, body(id, type, number, now, one), at, at});
        }
        batches.batchUpdate("""
                insert into webhook_delivery (id, contract_id, type, body, created_at, state, next_at)
                values (?, ?, ?, ?, ?, 'WAITING', ?)
                """, rows);
    }

    private String body(UUID id, String type, String number, Instant now, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("type", type);
        body.put("createdAt", now);
        body.put("contract", number);
        body.put("data", data);
        return json.writeValueAsString(body);
    }

    List<Delivery> newest(ContractId contract, int most) {
        return jdbc.sql("""
                        select id, type, created_at, state, attempts, next_at, last_status, last_reason
                        from webhook_delivery where contract_id = ? order by id desc limit ?
                        """)
                .params(contract.value(), most)
                .query((row, number) -> delivery(row))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        String reason = row.getString("last_reason");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("type"),
                InstantConverter.instant(row, "created_at"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                InstantConverter.instantOrNull(row, "next_at"),
                row.getObject("last_status", Integer.class),
                reason == null ? null : DeliveryFailure.valueOf(reason));
    }
}
