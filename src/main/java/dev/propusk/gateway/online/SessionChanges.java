package dev.propusk.gateway.online;

import dev.propusk.data.InstantConverter;
import dev.propusk.list.Changes;
import dev.propusk.list.Pages;
import dev.propusk.security.ContractId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells open pages that somebody came or went in a network, or was heard of. */
@Component
public class SessionChanges {
    private static final int NEWEST = 50;

    private final Changes changes;
    private final JdbcClient jdbc;

    SessionChanges(Changes changes, JdbcClient jdbc) {
        this.changes = changes;
        this.jdbc = jdbc;
    }

    private record SessionsOf(ContractId contract) {}

    private record Heard(UUID session, Instant at) {}

    /** @param online up to as many as a list shows */
    private record Seen(List<Heard> newest, int online) {}

    /** Tells the watcher of changes until the returned work is run, which ends it. */
    public Runnable watch(ContractId contract, Changes.Watcher watcher) {
        return changes.watch(new SessionsOf(contract), () -> look(contract), watcher);
    }

    private Seen look(ContractId contract) {
        List<Heard> newest = jdbc.sql("""
                        select id, seen_at from device_session where contract_id = ? and ended_at is null
                        order by started_at desc, id desc limit\s""" + NEWEST)
                .param(contract.value())
                .query((row, number) ->
                        new Heard(row.getObject("id", UUID.class), InstantConverter.instant(row, "seen_at")))
                .list();
        int online = newest.size() < NEWEST ? newest.size() : online(contract);
        return new Seen(newest, online);
    }

    private int online(ContractId contract) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from device_session where contract_id = ? and ended_at is null limit\s""" + Pages.MOST + ") some")
                .param(contract.value())
                .query(Integer.class)
                .single();
    }
}
