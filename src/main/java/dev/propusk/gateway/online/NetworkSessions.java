package dev.propusk.gateway.online;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.DeviceSessions;
import dev.propusk.list.Pages;
import dev.propusk.list.Selection;
import dev.propusk.list.SortKey;
import dev.propusk.list.Span;
import dev.propusk.security.ContractId;
import dev.propusk.security.KeyScope;
import dev.propusk.security.StaffOnly;
import dev.propusk.token.Token;
import dev.propusk.token.search.DeviceTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is online in a network, and who was: a page at a time, the newest first, with the tokens behind. */
@Service
@Transactional(readOnly = true)
public class NetworkSessions {
    /** When it began. */
    public static final SortKey<NetworkSession> BY_START = SortKey.latest(
            "started_at", row -> InstantConverter.toUtc(row.session().startedAt()));

    private static final String LIMIT = " limit " + Pages.MOST_FOUND + ")";

    private final Pages pages;
    private final DeviceSessions sessions;
    private final DeviceTokens tokens;
    private final Clock clock;

    NetworkSessions(Pages pages, DeviceSessions sessions, DeviceTokens tokens, Clock clock) {
        this.pages = pages;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** How many there are, at most {@value Pages#MOST}. */
    @StaffOnly
    public int count(ContractId contract, SessionFilter filter) {
        return pages.count(matching(contract, filter));
    }

    @StaffOnly(keys = KeyScope.TOKENS_READ)
    public List<NetworkSession> page(ContractId contract, SessionFilter filter, Span<NetworkSession> span) {
        List<UUID> ids = pages.ids(matching(contract, filter), span);
        List<DeviceSession> found = sessions.find(contract, ids);
        Map<MacAddress, List<Token>> behind = tokens.of(
                contract, found.stream().map(DeviceSession::device).distinct().toList());
        Instant now = clock.instant();
        return Pages.inOrder(ids, found, DeviceSession::id).stream()
                .map(session -> NetworkSession.of(session, behind.getOrDefault(session.device(), List.of()), now))
                .toList();
    }

    /** What is looked for is found by an index each, so that looking reads no session that it does not show. */
    private Selection matching(ContractId contract, SessionFilter filter) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("contract", contract.value()));
        String which = which(filter, values);
        if (filter.address() != null) {
            return new Selection(
                    "from (" + String.join(") union ", having(filter.address(), values))
                            + ")) found straight_join device_session using (id)" + which,
                    values);
        }
        if (filter.text().isBlank()) {
            return new Selection("from device_session" + which, values);
        }
        List<String> ways = new ArrayList<>();
        List<MacAddress> devices = devices(contract, filter.text());
        if (!devices.isEmpty()) {
            values.put("devices", devices.stream().map(MacAddress::bytes).toList());
            ways.add("(select id from device_session" + which + " and mac in (:devices)");
        }
        NetworkAddress.read(filter.text().strip()).ifPresent(address -> ways.addAll(having(address, values)));
        return new Selection(
                ways.isEmpty()
                        ? "from device_session" + which + " and false"
                        : "from (" + String.join(LIMIT + " union ", ways) + LIMIT
                                + ") found straight_join device_session using (id)" + which,
                values);
    }

    private static String which(SessionFilter filter, Map<String, @Nullable Object> values) {
        StringBuilder which = new StringBuilder(" where contract_id = :contract");
        if (filter.open() != null) {
            which.append(filter.open() ? " and ended_at is null" : " and ended_at is not null");
        }
        if (filter.device() != null) {
            which.append(" and mac = :device");
            values.put("device", filter.device().bytes());
        }
        if (filter.from() != null) {
            which.append(" and (ended_at is null or ended_at > :from or started_at >= :from)");
            values.put("from", InstantConverter.toUtc(filter.from()));
        }
        if (filter.to() != null) {
            which.append(" and started_at < :to");
            values.put("to", InstantConverter.toUtc(filter.to()));
        }
        return which.toString();
    }

    private List<MacAddress> devices(ContractId contract, String text) {
        return Stream.concat(MacAddress.read(text).stream(), tokens.found(contract, text).stream())
                .distinct()
                .toList();
    }

    /** By the address alone, or a network that it lies in; an older release kept the one that is shown. */
    private static List<String> having(NetworkAddress address, Map<String, @Nullable Object> values) {
        List<AddressBlock> around = AddressBlock.of(address).around();
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < around.size(); i++) {
            values.put("network" + i, around.get(i).network());
            values.put("bits" + i, around.get(i).bits());
            blocks.add("network = :network" + i + " and bits = :bits" + i);
        }
        values.put("shown", List.of(address.toString(), AddressBlock.of(address).toString()));
        return List.of(
                "(select session_id as id from session_address where contract_id = :contract and ("
                        + String.join(" or ", blocks) + ") order by from_at desc",
                "(select id from device_session where ip in (:shown) and started_by is null"
                        + " and contract_id = :contract order by started_at desc");
    }
}
