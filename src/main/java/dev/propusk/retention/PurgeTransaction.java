package dev.propusk.retention;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind {@link Retention}. A code that was given out stays in the register for ever (rule 1). */
@Component
class PurgeTransaction {
    /** Ids are made of the time when a token was generated, so that nothing younger has to be looked at. */
    private static final int TIME_BITS = 16;

    private static final String HELD = """
            exists (select 1 from legal_hold h where h.contract_id = t.contract_id and h.lifted_at is null)
            or exists (select 1 from legal_hold h where h.mac = t.mac and h.lifted_at is null)
            """;

    private final JdbcClient jdbc;
    private final PurgeConnection purge;
    private final ApplicationEventPublisher events;

    PurgeTransaction(JdbcClient jdbc, PurgeConnection purge, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.purge = purge;
        this.events = events;
    }

    /** The next tokens after that one that ended before that time and are under no legal hold. */
    List<UUID> next(UUID after, Instant endedBefore, int most) {
        UUID youngest = new UUID(endedBefore.toEpochMilli() << TIME_BITS, 0);
        return jdbc.sql("""
                        select t.id from token t
                        where t.id > :after and t.id < :youngest and t.state = 'ANNULLED' and t.annulled_at < :before
                        and not (""" + HELD + """
                        )
                        order by t.id limit :most
                        """)
                .param("after", after)
                .param("youngest", youngest)
                .param("before", InstantConverter.toUtc(endedBefore))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    @Atomic
    int purge(List<UUID> ids, Instant endedBefore) {
        int purged = purge.jdbc()
                .sql("""
                        delete t from token t
                        where t.id in (:ids) and t.state = 'ANNULLED' and t.annulled_at < :before and not (""" + HELD + ")")
                .param("ids", ids)
                .param("before", InstantConverter.toUtc(endedBefore))
                .update();
        events.publishEvent(new Purged(purged, endedBefore));
        return purged;
    }

    /** The next sessions that ended before that time and are under no legal hold. */
    List<UUID> nextSessions(Instant endedBefore, int most) {
        return jdbc.sql("""
                        select t.id from device_session t where t.ended_at < :before and not (""" + HELD + """
                        )
                        order by t.ended_at limit :most
                        """)
                .param("before", InstantConverter.toUtc(endedBefore))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    @Atomic
    void purgeSessions(List<UUID> ids) {
        purge.jdbc()
                .sql("delete t from device_session t where t.id in (:ids) and not (" + HELD + ")")
                .param("ids", ids)
                .update();
    }

    /** The seals after those whose entries are purged already, and of so long ago. */
    List<Long> nextSeals(Instant sealedBefore, long after, int most) {
        return jdbc.sql("select number from journal_seal where number > ? and sealed_at < ? order by number limit ?")
                .params(after, InstantConverter.toUtc(sealedBefore), most)
                .query(Long.class)
                .list();
    }

    /** Purges the entries under these seals, but none under a legal hold; the seals stay, so that the chain does. */
    @Atomic
    void purgeEntries(List<Long> seals) {
        int purged = purge.jdbc().sql("""
                        delete t from journal t join journal_sealed s on s.entry_id = t.id
                        where s.seal_number in (:seals)
                        and not exists (select 1 from legal_hold h where h.lifted_at is null
                            and (h.contract_id = t.contract_id
                                or t.details like concat('%', regexp_replace(hex(h.mac), '(..)(?!$)', '\\\\1:'), '%')))
                        """).param("seals", seals).update();
        events.publishEvent(new JournalPurged(seals.getLast(), purged));
    }
}
