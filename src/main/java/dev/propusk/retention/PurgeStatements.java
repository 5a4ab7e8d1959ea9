package dev.propusk.retention;

import dev.propusk.data.Atomic;
import dev.propusk.data.InstantConverter;
import dev.propusk.retention.PurgeOrder.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements behind {@link Retention}. A code that was given out stays in the register for ever (rule 1). */
@Component
class PurgeStatements {
    private static final int BATCH = 500;
    private static final int SEALS = 50;
    /** Ids are made of the time when a token was generated, so that nothing younger has to be looked at. */
    private static final int TIME_BITS = 16;

    private static final String HELD = """
            exists (select 1 from legal_hold h where h.contract_id = t.contract_id and h.lifted_at is null)
            or exists (select 1 from legal_hold h where h.mac = t.mac and h.lifted_at is null)
            """;

    private static final String ENTRIES = """
            from journal t join journal_sealed s on s.entry_id = t.id where s.seal_number in (:what)
            and not exists (select 1 from legal_hold h where h.lifted_at is null
                and (h.contract_id = t.contract_id
                    or t.details like concat('%', regexp_replace(hex(h.mac), '(..)(?!$)', '\\\\1:'), '%')))
            """;

    private static final String TOKENS = "from token t where t.id in (:what) and t.state = 'ANNULLED'"
            + " and t.annulled_at < :before and not (" + HELD + ")";

    private static final String OPEN = " and exists (select 1 from purge_order o where o.id = :order)";

    private final JdbcClient jdbc;
    private final PurgeConnection purge;

    PurgeStatements(JdbcClient jdbc, PurgeConnection purge) {
        this.jdbc = jdbc;
        this.purge = purge;
    }

    /** What comes after that key, ended before that time, and is under no legal hold. */
    List<?> next(Kind kind, Object after, Instant endedBefore) {
        return switch (kind) {
            case TOKENS -> nextTokens((UUID) after, endedBefore);
            case ENTRIES -> nextSeals((Long) after, endedBefore);
        };
    }

    private List<UUID> nextTokens(UUID after, Instant endedBefore) {
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
                .param("most", BATCH)
                .query(UUID.class)
                .list();
    }

    /** The seals themselves stay, so that the chain does. */
    private List<Long> nextSeals(Long after, Instant sealedBefore) {
        return jdbc.sql("select number from journal_seal where number > ? and sealed_at < ? order by number limit ?")
                .params(after, InstantConverter.toUtc(sealedBefore), SEALS)
                .query(Long.class)
                .list();
    }

    /** Those that would go. */
    int countEntries(PurgeOrder order) {
        return count("select count(*) " + ENTRIES, order);
    }

    /** Those that are still there. */
    int countTokens(PurgeOrder order) {
        return count("select count(*) from token where id in (:what)", order);
    }

    private int count(String sql, PurgeOrder order) {
        return jdbc.sql(sql).param("what", order.what()).query(Integer.class).single();
    }

    /** Deletes what is left of an order that is still open; done again it deletes nothing more. */
    @Atomic
    void carryOut(PurgeOrder order) {
        String delete = switch (order.kind()) {
            case TOKENS -> "delete t " + TOKENS;
            case ENTRIES -> "delete t " + ENTRIES;
        };
        purge.jdbc()
                .sql(delete + OPEN)
                .param("what", order.what())
                .param("before", InstantConverter.toUtc(order.endedBefore()))
                .param("order", order.id())
                .update();
        if (order.kind() == Kind.TOKENS) {
            shutUsedUpCodes(order);
        }
    }

    /** What stayed open for the devices of a code that is used up (rule 23); any other was shut when it ended. */
    private void shutUsedUpCodes(PurgeOrder order) {
        jdbc.sql("""
                        delete from open_code
                        where token_id in (:what) and not exists (select 1 from token t where t.id = token_id)
                        """).param("what", order.what()).update();
    }

    /** The next sessions that ended before that time and are under no legal hold. */
    List<UUID> nextSessions(Instant endedBefore) {
        return jdbc.sql("""
                        select t.id from device_session t where t.ended_at < :before and not (""" + HELD + """
                        )
                        order by t.ended_at limit :most
                        """)
                .param("before", InstantConverter.toUtc(endedBefore))
                .param("most", BATCH)
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
}
