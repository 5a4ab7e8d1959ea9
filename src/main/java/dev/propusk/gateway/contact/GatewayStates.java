package dev.propusk.gateway.contact;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.NetworkAddress;
import dev.propusk.base.ProviderSettings;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayNotFoundException;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.controller.Controllers;
import dev.propusk.gateway.disconnect.Endings;
import dev.propusk.gateway.freeradius.RefusedRequests;
import dev.propusk.gateway.freeradius.RefusedRequests.Refused;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.gateway.session.UnkeptReports;
import dev.propusk.list.Changes;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether a gateway is heard, and why not. */
@Service
public class GatewayStates {
    static final int MOST = 50;
    private static final List<String> HEARD = Arrays.stream(Contact.values())
            .filter(Contact::isHeard)
            .map(Contact::name)
            .toList();

    private final Gateways gateways;
    private final UnkeptReports unkept;
    private final RefusedRequests refused;
    private final Controllers controllers;
    private final DeviceSessions sessions;
    private final Endings endings;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final ProviderSettings provider;
    private final Clock clock;

    GatewayStates(
            Gateways gateways,
            UnkeptReports unkept,
            RefusedRequests refused,
            Controllers controllers,
            DeviceSessions sessions,
            Endings endings,
            Changes changes,
            JdbcClient jdbc,
            ProviderSettings provider,
            Clock clock) {
        this.gateways = gateways;
        this.unkept = unkept;
        this.refused = refused;
        this.controllers = controllers;
        this.sessions = sessions;
        this.endings = endings;
        this.changes = changes;
        this.jdbc = jdbc;
        this.provider = provider;
        this.clock = clock;
    }

    private record StateOf(ContractId contract, GatewayId gateway) {}

    /** Empty: the contract has no such gateway, or it was removed. */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<GatewayState> find(ContractId contract, GatewayId id) {
        try {
            Gateway gateway = gateways.get(contract, id);
            return Optional.of(new GatewayState(
                    counted(contract, id),
                    equipment(contract, id),
                    unkept.of(contract, id),
                    refused.latest().stream()
                            .filter(one -> mayBeIts(gateway, one))
                            .toList(),
                    controllers.of(contract, id).map(controllers::state),
                    sessions.onlineAt(contract, id),
                    endings.of(contract, id)));
        } catch (GatewayNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Tells a page that {@link #find} says something else now, until the returned work is run, which ends it. */
    @PreAuthorize("hasRole('ADMIN')")
    public Runnable watch(ContractId contract, GatewayId id, Changes.Watcher watcher) {
        return changes.watch(
                new StateOf(contract, id), () -> ActingAs.administrator(() -> find(contract, id)), watcher);
    }

    /** When each gateway of a contract was last heard, for its owner; those that never were are left out. */
    @OwnerOnly
    @Transactional(readOnly = true)
    public Map<GatewayId, Instant> lastHeard(ContractId contract) {
        List<GatewayId> its = gateways.of(contract).stream().map(Gateway::id).toList();
        return its.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select gateway_id, max(last_at) as heard_at from gateway_contact
                                where gateway_id in (:gateways) and contract_id = :contract and contact in (:heard)
                                group by gateway_id
                                """)
                        .param("gateways", its.stream().map(GatewayId::value).toList())
                        .param("contract", contract.value())
                        .param("heard", HEARD)
                        .query((row, number) -> Map.entry(
                                new GatewayId(row.getObject("gateway_id", UUID.class)),
                                InstantConverter.instant(row, "heard_at")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean mayBeIts(Gateway gateway, Refused packet) {
        return NetworkAddress.read(packet.source())
                        .filter(gateway.sources()::contain)
                        .isPresent()
                || packet.nasIdentifier()
                        .filter(gateway.signs().nasIdentifiers()::contains)
                        .isPresent()
                || packet.ssid().filter(gateway.signs().ssids()::contains).isPresent();
    }

    private List<Counted> counted(ContractId contract, GatewayId gateway) {
        Instant now = clock.instant();
        return jdbc
                .sql("""
                        select contact, last_at, source, nas_identifier,
                            if(minute = :minute, minute_before,
                                if(minute = :minute - interval 1 minute, in_minute, 0)) as a_minute,
                            if(day = :day, in_day, 0) as today,
                            if(day = :day, day_before, if(day = :day - interval 1 day, in_day, 0)) as yesterday
                        from gateway_contact where contract_id = :contract and gateway_id = :gateway
                        """)
                .param("minute", InstantConverter.toUtc(now.truncatedTo(ChronoUnit.MINUTES)))
                .param("day", LocalDate.ofInstant(now, provider.timeZone()))
                .param("contract", contract.value())
                .param("gateway", gateway.value())
                .query(GatewayStates::counted)
                .list()
                .stream()
                .sorted(Comparator.comparing(Counted::last).reversed())
                .toList();
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(
                Contact.valueOf(row.getString("contact")),
                InstantConverter.instant(row, "last_at"),
                new Sender(row.getString("source"), row.getString("nas_identifier")),
                row.getInt("a_minute"),
                row.getInt("today"),
                row.getInt("yesterday"));
    }

    private List<Equipment> equipment(ContractId contract, GatewayId gateway) {
        return jdbc.sql("""
                        select source, address, identifier, heard_at from nas
                        where contract_id = ? and gateway_id = ? order by heard_at desc limit\s""" + MOST)
                .params(contract.value(), gateway.value())
                .query((row, number) -> new Equipment(
                        address(row.getBytes("source")),
                        address(row.getBytes("address")),
                        row.getString("identifier"),
                        InstantConverter.instant(row, "heard_at")))
                .list();
    }

    private static String address(byte[] bytes) {
        return bytes.length == 0 ? "" : AddressBlock.of(bytes, 128).toString();
    }
}
