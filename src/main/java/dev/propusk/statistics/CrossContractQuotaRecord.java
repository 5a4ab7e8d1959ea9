package dev.propusk.statistics;

import dev.propusk.data.Atomic;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how many unused tokens each contract holds, under the day that it is there now. */
@Component
class CrossContractQuotaRecord {
    /** Beyond what any period shows. */
    private static final int KEPT_DAYS = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    CrossContractQuotaRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ZoneId> zones() {
        return jdbc
                .sql("select distinct zone from contract where status <> 'CLOSED'")
                .query(String.class)
                .list()
                .stream()
                .map(ZoneId::of)
                .toList();
    }

    @Atomic
    void write(ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        jdbc.sql("""
                        insert into quota_day (contract_id, day, unused, lowest)
                        select q.contract_id, :day, q.unused, q.unused
                        from quota q join contract c on c.id = q.contract_id
                        where c.zone = :zone and c.status <> 'CLOSED'
                        on duplicate key update unused = values(unused), lowest = least(lowest, values(lowest))
                        """).param("day", today).param("zone", zone.getId()).update();
        jdbc.sql("delete from quota_day where day < ? limit 10000")
                .param(today.minusDays(KEPT_DAYS))
                .update();
    }
}
