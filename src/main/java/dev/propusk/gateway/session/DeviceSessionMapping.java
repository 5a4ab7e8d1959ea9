package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A session as it is read: the row {@code s}, its gateway {@code g}, its equipment {@code n}, and its addresses. */
final class DeviceSessionMapping {
    /** The addresses as {@code 20010DB8…/64}, in the order in which they were heard of. */
    static final String SELECT = """
            select s.*, g.name as gateway_name, n.identifier, if(n.address = '', n.source, n.address) as nas_address, (
                select group_concat(concat(hex(a.network), '/', a.bits) order by a.from_at, a.network)
                from session_address a where a.session_id = s.id) as addresses
            """;

    /** After the row {@code s}. */
    static final String GATEWAY = " join gateway g on g.id = s.gateway_id left join nas n on n.id = s.nas_id ";

    /** As {@link DeviceSession#lastPossibleEnd}, in seconds. */
    static final String MAY_BE_LATER = Stream.of(SessionEnd.values())
            .filter(SessionEnd::mayBeLater)
            .map(end -> "'" + end + "'")
            .collect(Collectors.joining(
                    ", ",
                    "if(t.ended_by in (",
                    "), greatest(coalesce(t.heard_every, 0), " + DeviceSession.USUAL.toSeconds() + "), 0)"));

    private static final Pattern COMMA = Pattern.compile(",");

    private DeviceSessionMapping() {}

    static DeviceSession session(ResultSet row, int number) throws SQLException {
        String startedBy = row.getString("started_by");
        String endedBy = row.getString("ended_by");
        return new DeviceSession(
                row.getObject("id", UUID.class),
                new ContractId(row.getObject("contract_id", UUID.class)),
                new GatewayId(row.getObject("gateway_id", UUID.class)),
                row.getString("gateway_name"),
                MacAddress.of(row.getBytes("mac")),
                row.getString("ip"),
                addresses(row.getString("addresses"), row.getString("ip")),
                InstantConverter.instant(row, "started_at"),
                startedBy == null ? null : SessionStart.valueOf(startedBy),
                InstantConverter.instant(row, "seen_at"),
                Duration.ofSeconds(row.getLong("heard_every")),
                InstantConverter.instantOrNull(row, "ended_at"),
                endedBy == null ? null : SessionEnd.valueOf(endedBy),
                row.getLong("octets_in"),
                row.getLong("octets_out"),
                row.getString("end_cause"),
                nas(row));
    }

    private static @Nullable String nas(ResultSet row) throws SQLException {
        String identifier = row.getString("identifier");
        byte[] address = row.getBytes("nas_address");
        if (identifier != null && !identifier.isEmpty()) {
            return identifier;
        }
        return address == null || address.length == 0
                ? null
                : AddressBlock.of(address, 128).toString();
    }

    /** An older release kept the one that is shown. */
    private static List<AddressBlock> addresses(@Nullable String held, @Nullable String shown) {
        if (held == null) {
            return shown == null ? List.of() : AddressBlock.read(shown).stream().toList();
        }
        return COMMA.splitAsStream(held).map(DeviceSessionMapping::address).toList();
    }

    private static AddressBlock address(String text) {
        int slash = text.indexOf('/');
        return AddressBlock.of(
                HexFormat.of().parseHex(text, 0, slash), Integer.parseInt(text, slash + 1, text.length(), 10));
    }
}
