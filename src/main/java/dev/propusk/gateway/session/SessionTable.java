package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayCaller;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sessions of one gateway in the database. */
final class SessionTable implements SessionStore {
    /** An id that is always the same has thousands. */
    private static final int LATEST = 16;
    /** Of those who had an address, the last. */
    private static final int HOLDERS = 50;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final GatewayCaller gateway;

    SessionTable(JdbcClient jdbc, JdbcTemplate batches, GatewayCaller gateway) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.gateway = gateway;
    }

    @Override
    public List<HeardSession> named(UUID nas, String session, MacAddress device) {
        return jdbc.sql("select device_session.*, " + SessionMapping.ADDRESSES + """
                        from device_session where contract_id = :contract and gateway_id = :gateway
                            and acct_session_id = :session and mac = :mac and (nas_id = :nas or nas_id is null)
                        order by started_at desc limit\s""" + LATEST + " for update")
                .param("contract", gateway.contract().value())
                .param("gateway", gateway.gateway().value())
                .param("session", session)
                .param("mac", device.bytes())
                .param("nas", nas)
                .query((row, number) -> SessionMapping.session(row, number).holding(SessionMapping.addresses(row)))
                .list();
    }

    @Override
    public List<HeardSession> openOf(UUID nas, MacAddress device) {
        return jdbc.sql("""
                        select * from device_session
                        where contract_id = :contract and ended_at is null and mac = :mac and nas_id = :nas
                        """)
                .param("contract", gateway.contract().value())
                .param("mac", device.bytes())
                .param("nas", nas)
                .query(SessionMapping::session)
                .list();
    }

    @Override
    public List<HeardSession> openAt(UUID nas, List<AddressBlock> addresses) {
        return jdbc.sql("""
                        select s.* from (
                            select session_id from session_address
                            where contract_id = :contract and network in (:networks) and bits = 128 and gone_at is null
                            order by from_at desc limit\s""" + HOLDERS + """
                            ) a
                        join device_session s on s.id = a.session_id
                        where s.contract_id = :contract and s.ended_at is null and s.nas_id = :nas
                        """)
                .param("contract", gateway.contract().value())
                .param("networks", addresses.stream().map(AddressBlock::network).toList())
                .param("nas", nas)
                .query(SessionMapping::session)
                .list();
    }

    /** Where two nodes hear of it at once, it is one. */
    @Override
    public boolean insert(HeardSession session) {
        UUID id = SessionMapping.bind(jdbc.sql("""
                        insert into device_session
                            (id, contract_id, gateway_id, nas_id, acct_session_id, mac, station, user_name, called, ip,
                             started_at, started_by, seen_at, lasted, heard_every, ended_at, ended_by, end_cause,
                             octets_in, octets_out)
                        values (:id, :contract, :gateway, :nas, :session, :mac, :station, :user, :called, :ip,
                            :started, :startedBy, :seen, :lasted, :every, :ended, :endedBy, :cause, :in, :out)
                        on duplicate key update seen_at = greatest(seen_at, :seen), ip = coalesce(:ip, ip),
                            octets_in = greatest(octets_in, :in), octets_out = greatest(octets_out, :out)
                        returning id
                        """), session)
                .param("contract", gateway.contract().value())
                .param("gateway", gateway.gateway().value())
                .param("session", session.session())
                .param("mac", session.device().bytes())
                .query(UUID.class)
                .single();
        hold(id, session.addresses().all());
        return id.equals(session.id());
    }

    @Override
    public void update(HeardSession session, List<HeldAddress> changed) {
        SessionMapping.bind(jdbc.sql("""
                        update device_session set nas_id = :nas, station = :station, user_name = :user, called = :called,
                            ip = :ip, started_at = :started, started_by = :startedBy, seen_at = :seen, lasted = :lasted,
                            heard_every = :every, ended_at = :ended, ended_by = :endedBy, end_cause = :cause,
                            octets_in = :in, octets_out = :out
                        where contract_id = :contract and id = :id
                        """), session)
                .param("contract", gateway.contract().value())
                .update();
        hold(session.id(), changed);
    }

    @Override
    public void endByGuess(HeardSession session, SessionEnd by) {
        jdbc.sql("""
                        update device_session set ended_at = seen_at, ended_by = :by
                        where contract_id = :contract and id = :id and ended_at is null
                        """)
                .param("by", by.name())
                .param("contract", gateway.contract().value())
                .param("id", session.id())
                .update();
    }

    /** All of a NAS, or of one of its networks, that began before that moment. */
    void endAll(UUID nas, @Nullable String called, Instant at, SessionEnd by, String cause) {
        jdbc.sql("""
                        update device_session set ended_at = if(:sure, :at, seen_at), ended_by = :by, end_cause = :cause
                        where contract_id = :contract and ended_at is null and nas_id = :nas
                            and started_at < :at and seen_at <= :at
                            and (:called is null or called is null or called = :called
                                or left(called, char_length(:called) + 1) = concat(:called, ':'))
                        """)
                .param("sure", !by.isGuess())
                .param("at", InstantConverter.toUtc(at))
                .param("by", by.name())
                .param("cause", cause)
                .param("contract", gateway.contract().value())
                .param("nas", nas)
                .param("called", called)
                .update();
    }

    private void hold(UUID session, List<HeldAddress> addresses) {
        batches.batchUpdate(
                """
                insert into session_address (session_id, network, bits, contract_id, from_at, gone_at)
                values (?, ?, ?, ?, ?, ?) on duplicate key update gone_at = values(gone_at)
                """,
                addresses.stream()
                        .map(held -> new Object[] {
                            session,
                            held.block().network(),
                            held.block().bits(),
                            gateway.contract().value(),
                            InstantConverter.toUtc(held.from()),
                            utc(held.gone())
                        })
                        .toList());
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant at) {
        return at == null ? null : InstantConverter.toUtc(at);
    }
}
