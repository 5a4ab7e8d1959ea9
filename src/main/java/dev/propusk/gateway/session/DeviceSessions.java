package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.list.Pages;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import java.time.Instant;
import java.util.ArrayList;
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

/** The sessions that gateways reported: who was online, where, when, with which addresses. */
@Service
@Transactional(readOnly = true)
public class DeviceSessions {
    private static final int MOST = 200;
    /** Of those who had an address, the last. */
    private static final int HOLDERS = 50;

    private final JdbcClient jdbc;

    DeviceSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * These of a network, in no order. Where its gateways are few, the server would begin with them, and read all sessions of
     * theirs.
     */
    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<DeviceSession> find(ContractId contract, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(DeviceSessionMapping.SELECT
                                + "from device_session s straight_join gateway g on g.id = s.gateway_id "
                                + "left join nas n on n.id = s.nas_id "
                                + "where s.contract_id = :contract and s.id in (:ids)")
                        .param("contract", contract.value())
                        .param("ids", ids)
                        .query(DeviceSessionMapping::session)
                        .list();
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

    /** How many sessions go on at one gateway, at most {@value Pages#MOST}. */
    @PreAuthorize("hasRole('ADMIN')")
    public int onlineAt(ContractId contract, GatewayId gateway) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from device_session
                            where contract_id = ? and ended_at is null and gateway_id = ? limit\s""" + Pages.MOST + ") some")
                .params(contract.value(), gateway.value())
                .query(Integer.class)
                .single();
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

    /**
     * Who had this IP address, alone or within a network that was handed out, at any time between these two, over all
     * contracts; the latest first. What was last heard of may have had it until the next report was due.
     */
    @PreAuthorize("hasRole('SUPPORT')")
    public List<DeviceSession> findByAddressAcrossContracts(NetworkAddress address, Instant from, Instant to) {
        List<AddressBlock> around = AddressBlock.of(address).around();
        List<Object> values = new ArrayList<>();
        around.forEach(block -> Collections.addAll(values, block.network(), block.bits()));
        var until = InstantConverter.toUtc(to);
        var since = InstantConverter.toUtc(from);
        Collections.addAll(values, until, since, since);
        Collections.addAll(values, address.toString(), AddressBlock.of(address).toString(), until, since);
        return jdbc.sql(DeviceSessionMapping.SELECT + """
                        from (
                            select a.session_id as id from session_address a join device_session t on t.id = a.session_id
                            where (""" + blocks(around.size()) + """
                                ) and a.from_at < ? and (a.gone_at is null or a.gone_at >= ?)
                                and (t.ended_at is null or date_add(t.ended_at, interval\s"""
                        + DeviceSessionMapping.MAY_BE_LATER + """
                                 second) >= ?)
                            union
                            select id from device_session where ip in (?, ?) and started_by is null
                                and started_at < ? and (ended_at is null or ended_at >= ?)
                        ) had
                        join device_session s on s.id = had.id
                        """
                        + DeviceSessionMapping.GATEWAY + "order by s.started_at desc limit " + MOST)
                .params(values)
                .query(DeviceSessionMapping::session)
                .list();
    }

    private static String blocks(int count) {
        return String.join(" or ", Collections.nCopies(count, "a.network = ? and a.bits = ?"));
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
        return jdbc.sql(DeviceSessionMapping.SELECT + "from ("
                        + String.join(" union all ", Collections.nCopies(devices.size(), each))
                        + ") s" + DeviceSessionMapping.GATEWAY + "order by s.started_at desc")
                .params(devices.stream()
                        .<Object>mapMulti((device, values) -> {
                            values.accept(device.bytes());
                            if (before != null) {
                                values.accept(InstantConverter.toUtc(before));
                            }
                        })
                        .toList())
                .query(DeviceSessionMapping::session)
                .list();
    }

    /** Whether this device is online in this network, by a report that came since then. */
    public boolean isOnline(ContractId contract, MacAddress device, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from device_session
                        where contract_id = ? and ended_at is null and mac = ? and seen_at >= ?)
                        """)
                .params(contract.value(), device.bytes(), InstantConverter.toUtc(since))
                .query(Boolean.class)
                .single();
    }

    /** The device that is online in this network with this address, or in a network that it was given, if it is one only. */
    public Optional<MacAddress> deviceAt(ContractId contract, NetworkAddress address) {
        List<AddressBlock> around = AddressBlock.of(address).around();
        List<Object> values = new ArrayList<>(List.of(contract.value()));
        around.forEach(block -> Collections.addAll(values, block.network(), block.bits()));
        Collections.addAll(
                values,
                contract.value(),
                address.toString(),
                AddressBlock.of(address).toString(),
                contract.value());
        List<MacAddress> devices = jdbc.sql("""
                        select s.mac from (
                            select a.session_id from session_address a
                            where a.contract_id = ? and (""" + blocks(around.size()) + """
                                ) and a.gone_at is null order by a.from_at desc limit\s""" + HOLDERS + """
                            ) had join device_session s on s.id = had.session_id
                        where s.contract_id = ? and s.ended_at is null
                        union
                        select mac from device_session
                        where ip in (?, ?) and started_by is null and contract_id = ? and ended_at is null
                        limit 2
                        """)
                .params(values)
                .query((row, number) -> MacAddress.of(row.getBytes("mac")))
                .list();
        return devices.size() == 1 ? Optional.of(devices.getFirst()) : Optional.empty();
    }
}
