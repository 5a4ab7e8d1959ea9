package dev.propusk.gateway.session;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import dev.propusk.security.StaffOnly;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions that gateways reported: who was online, where, when, with which address. */
@Service
@Transactional(readOnly = true)
public class DeviceSessions {
    private static final int MOST = 200;
    private static final String SELECT =
            "select s.*, g.name as gateway_name from device_session s join gateway g on g.id = s.gateway_id ";

    private final JdbcClient jdbc;

    DeviceSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a network, the latest first; at most {@value #MOST}. */
    @StaffOnly
    public List<DeviceSession> of(ContractId contract) {
        return latest(contract);
    }

    /** How many devices are online in a network; empty where its gateways have never reported a session. */
    @StaffOnly
    public OptionalInt online(ContractId contract) {
        boolean reports = jdbc.sql("select exists (select 1 from device_session where contract_id = :contract)")
                .param("contract", contract.value())
                .query(Boolean.class)
                .single();
        return reports ? OptionalInt.of(countOnline(contract)) : OptionalInt.empty();
    }

    private int countOnline(ContractId contract) {
        return jdbc.sql("""
                        select count(distinct mac) from device_session
                        where contract_id = :contract and ended_at is null
                        """)
                .param("contract", contract.value())
                .query(Integer.class)
                .single();
    }

    /** As {@link #of}, for the provider's administrators. */
    @PreAuthorize("hasRole('ADMIN')")
    public List<DeviceSession> ofContract(ContractId contract) {
        return latest(contract);
    }

    private List<DeviceSession> latest(ContractId contract) {
        return jdbc.sql(SELECT + "where s.contract_id = :contract order by s.started_at desc limit " + MOST)
                .param("contract", contract.value())
                .query((row, number) -> session(row))
                .list();
    }

    /** Who had this IP address at any time between these two, over all contracts; the latest first. */
    @PreAuthorize("hasRole('SUPPORT')")
    public List<DeviceSession> findByAddressAcrossContracts(NetworkAddress address, Instant from, Instant to) {
        return jdbc.sql(SELECT + """
                        where s.ip = :ip and s.started_at < :to and (s.ended_at is null or s.ended_at >= :from)
                        order by s.started_at desc limit\s""" + MOST)
                .param("ip", address.toString())
                .param("from", InstantConverter.toUtc(from))
                .param("to", InstantConverter.toUtc(to))
                .query((row, number) -> session(row))
                .list();
    }

    /**
     * Where and when these devices were online, over all contracts; of each the latest {@value #MOST} first. One statement,
     * which goes through an index for each device and stops there.
     *
     * @param before only what began before this moment
     */
    @PreAuthorize("hasRole('SUPPORT')")
    public List<DeviceSession> findByDevicesAcrossContracts(Collection<MacAddress> devices, @Nullable Instant before) {
        if (devices.isEmpty()) {
            return List.of();
        }
        String each = "(select * from device_session where mac = ?" + (before == null ? "" : " and started_at < ?")
                + " order by started_at desc limit " + MOST + ")";
        return jdbc.sql("select s.*, g.name as gateway_name from ("
                        + String.join(" union all ", Collections.nCopies(devices.size(), each))
                        + ") s join gateway g on g.id = s.gateway_id order by s.started_at desc")
                .params(devices.stream()
                        .<Object>mapMulti((device, values) -> {
                            values.accept(device.bytes());
                            if (before != null) {
                                values.accept(InstantConverter.toUtc(before));
                            }
                        })
                        .toList())
                .query((row, number) -> session(row))
                .list();
    }

    /** The device that is online in this network with this address, if it is one only. */
    public Optional<MacAddress> deviceAt(ContractId contract, NetworkAddress address) {
        List<MacAddress> devices = jdbc.sql("""
                        select distinct mac from device_session
                        where ip = :ip and contract_id = :contract and ended_at is null limit 2
                        """)
                .param("contract", contract.value())
                .param("ip", address.toString())
                .query((row, number) -> MacAddress.of(row.getBytes("mac")))
                .list();
        return devices.size() == 1 ? Optional.of(devices.getFirst()) : Optional.empty();
    }

    private static DeviceSession session(ResultSet row) throws SQLException {
        return new DeviceSession(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                new GatewayId(row.getObject("gateway_id", UUID.class)),
                row.getString("gateway_name"),
                MacAddress.of(row.getBytes("mac")),
                row.getString("ip"),
                InstantConverter.instant(row, "started_at"),
                InstantConverter.instant(row, "seen_at"),
                InstantConverter.instantOrNull(row, "ended_at"),
                row.getLong("octets_in"),
                row.getLong("octets_out"),
                row.getString("end_cause"));
    }
}
