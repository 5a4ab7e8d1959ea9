package dev.propusk.statistics;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A contract's activations: from the summary as far as it goes, from the journal since. */
@Component
class ActivationCounts {
    private final JdbcClient jdbc;

    ActivationCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Activations> since(ContractId contract, Instant from) {
        LocalDateTime start = InstantConverter.toUtc(from);
        LocalDateTime summarised = jdbc.sql("select summarised_to from activation_summary where id = 1")
                .query(LocalDateTime.class)
                .optional()
                .filter(start::isBefore)
                .orElse(start);
        return Stream.concat(summed(contract, start, summarised).stream(), counted(contract, summarised).stream())
                .toList();
    }

    private List<Activations> summed(ContractId contract, LocalDateTime from, LocalDateTime to) {
        return jdbc.sql("""
                        select quarter, reuse, timed, activations from activation_count
                        where contract_id = :contract and quarter >= :from and quarter < :to
                        """)
                .param("contract", contract.value())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> read(row))
                .list();
    }

    private List<Activations> counted(ContractId contract, LocalDateTime from) {
        return jdbc.sql("""
                        select timestamp(date(j.at), maketime(hour(j.at), minute(j.at) div 15 * 15, 0)) quarter,
                               t.reuse, t.days is not null timed, count(*) activations
                        from journal j join token t on t.id = j.subject
                        where j.contract_id = :contract and j.at >= :from and j.action = 'token.activated'
                        group by quarter, t.reuse, timed
                        """)
                .param("contract", contract.value())
                .param("from", from)
                .query((row, number) -> read(row))
                .list();
    }

    private static Activations read(ResultSet row) throws SQLException {
        Instant quarter = InstantConverter.instant(row, "quarter");
        ReportedKind kind = ReportedKind.of(Reuse.valueOf(row.getString("reuse")), row.getBoolean("timed"));
        return new Activations(quarter, kind, row.getInt("activations"));
    }
}
