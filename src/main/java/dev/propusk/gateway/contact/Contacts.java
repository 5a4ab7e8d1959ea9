package dev.propusk.gateway.contact;

import dev.propusk.base.ProviderSettings;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts what gateways send and what comes of it. Each node adds its own up and writes them down every few seconds: a question
 * waits for no row that all others count in, too.
 */
@Component
public class Contacts {
    private final Map<Key, Tally> heard = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final ProviderSettings provider;
    private final Clock clock;

    Contacts(JdbcTemplate jdbc, ProviderSettings provider, Clock clock) {
        this.jdbc = jdbc;
        this.provider = provider;
        this.clock = clock;
    }

    private record Key(ContractId contract, GatewayId gateway, Contact contact) {}

    private record Tally(int count, Instant last, Sender sender) {
        Tally and(Tally next) {
            return new Tally(count + next.count, next.last, next.sender);
        }

        /** This one could not be written down, and meanwhile more came. */
        static Tally again(Tally since, Tally before) {
            return before.and(since);
        }
    }

    /** One more. */
    public void note(ContractId contract, GatewayId gateway, Contact contact, Sender sender) {
        heard.merge(new Key(contract, gateway, contact), new Tally(1, clock.instant(), sender), Tally::and);
    }

    /** Adds what was heard since the last time to what all nodes have. */
    @Job(value = "gateway-contacts", every = "${propusk.gateway-contacts-interval}")
    public void write() {
        List<Key> keys = List.copyOf(heard.keySet());
        LocalDateTime minute = InstantConverter.toUtc(clock.instant().truncatedTo(ChronoUnit.MINUTES));
        LocalDate day = LocalDate.ofInstant(clock.instant(), provider.timeZone());
        for (Key key : keys) {
            Tally tally = heard.remove(key);
            if (tally != null) {
                add(key, tally, minute, day);
            }
        }
    }

    /** What the database does not take is kept for the next time. */
    private void add(Key key, Tally tally, LocalDateTime minute, LocalDate day) {
        try {
            insert(key, tally, minute, day);
        } catch (DataAccessException e) {
            heard.merge(key, tally, Tally::again);
            throw e;
        }
    }

    /** The columns are set from left to right: what was counted before goes first. */
    private void insert(Key key, Tally tally, LocalDateTime minute, LocalDate day) {
        jdbc.update(
                """
                insert into gateway_contact (gateway_id, contact, contract_id, last_at, source, nas_identifier,
                    minute, in_minute, day, in_day)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update
                    minute_before = if(minute = values(minute), minute_before,
                        if(minute = values(minute) - interval 1 minute, in_minute, 0)),
                    in_minute = if(minute = values(minute), in_minute, 0) + values(in_minute),
                    minute = values(minute),
                    day_before = if(day = values(day), day_before,
                        if(day = values(day) - interval 1 day, in_day, 0)),
                    in_day = if(day = values(day), in_day, 0) + values(in_day),
                    day = values(day),
                    source = values(source), nas_identifier = values(nas_identifier),
                    last_at = greatest(last_at, values(last_at))
                """,
                key.gateway().value(),
                key.contact().name(),
                key.contract().value(),
                InstantConverter.toUtc(tally.last()),
                tally.sender().source(),
                tally.sender().nasIdentifier(),
                minute,
                tally.count(),
                day,
                tally.count());
    }
}
