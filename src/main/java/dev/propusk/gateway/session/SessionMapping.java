package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A session as a row. */
final class SessionMapping {
    /**
     * All of a session's addresses as one text, {@code 0000…0A00020F,128,2026-11-24 07:00:00.000000,;…}, the last value empty
     * for one that is still held; null: none.
     */
    static final String ADDRESSES = """
            (select group_concat(concat_ws(',', hex(network), bits, from_at, ifnull(gone_at, '')) separator ';')
                from session_address where contract_id = device_session.contract_id and session_id = device_session.id)
                as addresses
            """;

    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final Pattern COMMA = Pattern.compile(",");

    private SessionMapping() {}

    static HeardSession session(ResultSet row, int number) throws SQLException {
        return new HeardSession(
                row.getObject("id", UUID.class),
                row.getObject("nas_id", UUID.class),
                row.getString("acct_session_id"),
                MacAddress.of(row.getBytes("mac")),
                row.getString("station"),
                row.getString("user_name"),
                row.getString("called"),
                row.getString("ip"),
                span(row),
                row.getLong("octets_in"),
                row.getLong("octets_out"),
                HeldAddresses.NONE);
    }

    private static SessionSpan span(ResultSet row) throws SQLException {
        String startedBy = row.getString("started_by");
        Long lasted = row.getObject("lasted", Long.class);
        return new SessionSpan(
                InstantConverter.instant(row, "started_at"),
                startedBy == null ? null : SessionStart.valueOf(startedBy),
                InstantConverter.instant(row, "seen_at"),
                lasted == null ? null : Duration.ofSeconds(lasted),
                Duration.ofSeconds(row.getLong("heard_every")),
                end(row));
    }

    /** What an older release ended was said by the gateway, as far as it knew. */
    private static SessionSpan.@Nullable End end(ResultSet row) throws SQLException {
        Instant at = InstantConverter.instantOrNull(row, "ended_at");
        return at == null ? null : new SessionSpan.End(at, endedBy(row), row.getString("end_cause"));
    }

    private static SessionEnd endedBy(ResultSet row) throws SQLException {
        String by = row.getString("ended_by");
        return by == null ? SessionEnd.STOP : SessionEnd.valueOf(by);
    }

    /** Of a row with {@link #ADDRESSES}. */
    static HeldAddresses addresses(ResultSet row) throws SQLException {
        String all = row.getString("addresses");
        return all == null
                ? HeldAddresses.NONE
                : new HeldAddresses(SEMICOLON
                        .splitAsStream(all)
                        .map(SessionMapping::address)
                        .toList());
    }

    private static HeldAddress address(String written) {
        String[] values = COMMA.split(written, -1);
        return new HeldAddress(
                AddressBlock.of(HexFormat.of().parseHex(values[0]), Integer.parseInt(values[1])),
                time(values[2]),
                values[3].isEmpty() ? null : time(values[3]));
    }

    private static Instant time(String utc) {
        return InstantConverter.toInstant(LocalDateTime.parse(utc.replace(' ', 'T')));
    }

    /** All that changes in the life of a row, and its id. */
    static StatementSpec bind(StatementSpec statement, HeardSession session) {
        SessionSpan span = session.span();
        SessionSpan.End end = span.end();
        Duration lasted = span.lasted();
        SessionStart startedBy = span.startedBy();
        return statement
                .param("id", session.id())
                .param("nas", session.nas())
                .param("station", session.station())
                .param("user", session.userName())
                .param("called", session.called())
                .param("ip", session.ip())
                .param("started", InstantConverter.toUtc(span.startedAt()))
                .param("startedBy", startedBy == null ? null : startedBy.name())
                .param("seen", InstantConverter.toUtc(span.seenAt()))
                .param("lasted", lasted == null ? null : lasted.toSeconds())
                .param("every", span.every().toSeconds())
                .param("ended", end == null ? null : InstantConverter.toUtc(end.at()))
                .param("endedBy", end == null ? null : end.by().name())
                .param("cause", end == null ? null : end.cause())
                .param("in", session.in())
                .param("out", session.out());
    }
}
