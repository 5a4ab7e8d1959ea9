package dev.propusk.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.propusk.contract.Contracts;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import dev.propusk.token.search.Tokens;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A contract's statistics, for its owner. */
@Service
public class Statistics {
    private final ActivationCounts activations;
    private final Tokens tokens;
    private final DeviceSessions sessions;
    private final Contracts contracts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Statistics(
            ActivationCounts activations,
            Tokens tokens,
            DeviceSessions sessions,
            Contracts contracts,
            JdbcClient jdbc,
            Clock clock) {
        this.activations = activations;
        this.tokens = tokens;
        this.sessions = sessions;
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @OwnerOnly
    @Transactional(readOnly = true)
    public Report report(ContractId contract, Period period) {
        ZoneId zone = contracts.get(contract).zone();
        LocalDate first = LocalDate.ofInstant(clock.instant(), zone).minusDays(period.days() - 1);
        List<Activations> found =
                activations.since(contract, first.atStartOfDay(zone).toInstant());
        return new Report(
                period,
                zone,
                days(found, first, period, zone),
                hours(found, zone),
                unused(contract, first),
                recordedSince(contract),
                tokens.quota(contract).unused(),
                devicesNow(contract),
                sessions.online(contract));
    }

    private static List<DayActivations> days(List<Activations> found, LocalDate first, Period period, ZoneId zone) {
        Map<LocalDate, Map<ReportedKind, Integer>> byDay = found.stream()
                .collect(groupingBy(
                        one -> one.in(zone).toLocalDate(),
                        groupingBy(Activations::kind, summingInt(Activations::count))));
        return IntStream.range(0, period.days())
                .mapToObj(first::plusDays)
                .map(day -> new DayActivations(day, byDay.getOrDefault(day, Map.of())))
                .toList();
    }

    private static List<Integer> hours(List<Activations> found, ZoneId zone) {
        Map<Integer, Integer> byHour =
                found.stream().collect(groupingBy(one -> one.in(zone).getHour(), summingInt(Activations::count)));
        return IntStream.range(0, 24)
                .mapToObj(hour -> byHour.getOrDefault(hour, 0))
                .toList();
    }

    private List<UnusedOfDay> unused(ContractId contract, LocalDate first) {
        return jdbc.sql("""
                        select day, unused, lowest from quota_day
                        where contract_id = :contract and day >= :first order by day
                        """)
                .param("contract", contract.value())
                .param("first", first)
                .query((row, number) -> new UnusedOfDay(
                        row.getObject("day", LocalDate.class), row.getInt("unused"), row.getInt("lowest")))
                .list();
    }

    private @Nullable LocalDate recordedSince(ContractId contract) {
        return jdbc.sql("select day from quota_day where contract_id = :contract order by day limit 1")
                .param("contract", contract.value())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    /** Read over the index of live tokens; a device with several counts once. */
    private int devicesNow(ContractId contract) {
        return jdbc.sql("""
                        select count(distinct mac) from (
                            select mac from token
                            where contract_id = :contract and deleted_at is null and state = 'ACTIVE'
                            and (expires_at is null or expires_at > :now)
                            limit :most) live
                        """)
                .param("contract", contract.value())
                .param("now", InstantConverter.toUtc(clock.instant()))
                .param("most", Report.MOST_DEVICES)
                .query(Integer.class)
                .single();
    }
}
