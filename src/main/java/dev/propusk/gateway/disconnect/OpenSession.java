package dev.propusk.gateway.disconnect;

import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A session that goes on. */
record OpenSession(UUID id, GatewayId gateway, Device device, Instant startedAt) {
    static final String SELECT =
            "select id, gateway_id, contract_id, mac, started_at from device_session where ended_at is null and ";

    /** A device in a network. */
    record Device(ContractId contract, MacAddress mac) {}

    static OpenSession read(ResultSet row, int number) throws SQLException {
        return new OpenSession(
                row.getObject("id", UUID.class),
                new GatewayId(row.getObject("gateway_id", UUID.class)),
                new Device(
                        new ContractId(row.getObject("contract_id", UUID.class)), MacAddress.of(row.getBytes("mac"))),
                InstantConverter.instant(row, "started_at"));
    }
}
