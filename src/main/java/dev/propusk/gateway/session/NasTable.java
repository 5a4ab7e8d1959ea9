package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.data.InstantConverter;
import dev.propusk.data.OwnId;
import dev.propusk.data.Remembered;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The equipment behind each gateway, as it was heard of. */
@Component
class NasTable {
    /** Of one gateway; what reports under further names counts as one. */
    static final int MOST = 2_000;

    private static final byte[] NOTHING = {};

    /** Of all gateways. */
    private static final int REMEMBERED = 20_000;

    private final Remembered<Named, Nas> known = new Remembered<>(REMEMBERED);
    private final JdbcClient jdbc;

    NasTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Named(GatewayId gateway, NasName name) {}

    /** Part of the transaction that hears it. {@link Remembered}: by then its clock and its last word are a little older. */
    Nas get(GatewayCaller gateway, NasName name, Instant arrival) {
        return known.get(new Named(gateway.gateway(), name), () -> find(gateway, name))
                .orElseGet(() -> add(gateway, isFull(gateway) ? NasName.NONE : name, arrival));
    }

    private Optional<Nas> find(GatewayCaller gateway, NasName name) {
        return jdbc.sql("""
                        select * from nas where contract_id = :contract and gateway_id = :gateway
                            and source = :source and address = :address and identifier = :identifier
                        """)
                .param("contract", gateway.contract().value())
                .param("gateway", gateway.gateway().value())
                .param("source", bytes(name.source()))
                .param("address", bytes(name.address()))
                .param("identifier", name.identifier())
                .query((row, number) -> nas(row))
                .optional();
    }

    private boolean isFull(GatewayCaller gateway) {
        return jdbc.sql("select count(*) from nas where contract_id = ? and gateway_id = ?")
                        .params(gateway.contract().value(), gateway.gateway().value())
                        .query(Integer.class)
                        .single()
                >= MOST;
    }

    /** Whoever comes first adds it. */
    private Nas add(GatewayCaller gateway, NasName name, Instant arrival) {
        jdbc.sql("""
                        insert ignore into nas
                            (id, contract_id, gateway_id, source, address, identifier, first_heard_at, heard_at)
                        values (:id, :contract, :gateway, :source, :address, :identifier, :now, :now)
                        """)
                .param("id", OwnId.next("nas"))
                .param("contract", gateway.contract().value())
                .param("gateway", gateway.gateway().value())
                .param("source", bytes(name.source()))
                .param("address", bytes(name.address()))
                .param("identifier", name.identifier())
                .param("now", InstantConverter.toUtc(arrival))
                .update();
        return find(gateway, name).orElseThrow();
    }

    void update(GatewayCaller gateway, NasName name, Nas nas) {
        known.forget(new Named(gateway.gateway(), name));
        jdbc.sql("""
                        update nas set heard_at = :heard, interim_at = :interim,
                            lag_since = :since, lag_heard = :count, lag_ms = :lag, lag_before_ms = :before
                        where contract_id = :contract and id = :id
                        """)
                .param("heard", InstantConverter.toUtc(nas.heardAt()))
                .param("interim", utc(nas.interimAt()))
                .param("since", utc(nas.clock().since()))
                .param("count", nas.clock().heard())
                .param("lag", nas.clock().lag())
                .param("before", nas.clock().before())
                .param("contract", gateway.contract().value())
                .param("id", nas.id())
                .update();
    }

    private static Nas nas(ResultSet row) throws SQLException {
        return new Nas(
                row.getObject("id", UUID.class),
                new NasClock(
                        InstantConverter.instantOrNull(row, "lag_since"),
                        row.getInt("lag_heard"),
                        row.getLong("lag_ms"),
                        row.getObject("lag_before_ms", Long.class)),
                InstantConverter.instant(row, "heard_at"),
                InstantConverter.instantOrNull(row, "interim_at"));
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant at) {
        return at == null ? null : InstantConverter.toUtc(at);
    }

    private static byte[] bytes(@Nullable AddressBlock address) {
        return address == null ? NOTHING : address.network();
    }
}
