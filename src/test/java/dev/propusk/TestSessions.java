package dev.propusk;

import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.gateway.online.NetworkSessions;
import dev.propusk.gateway.online.SessionFilter;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.security.ContractId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What gateways reported of a network, for tests. */
@Component
public class TestSessions {
    private static final int MOST = 200;

    private final NetworkSessions sessions;

    TestSessions(NetworkSessions sessions) {
        this.sessions = sessions;
    }

    /** All, the newest first, as whoever is signed in sees them. */
    public List<DeviceSession> of(ContractId contract) {
        return found(contract, SessionFilter.ALL).stream()
                .map(NetworkSession::session)
                .toList();
    }

    public List<NetworkSession> found(ContractId contract, SessionFilter filter) {
        return sessions.page(contract, filter, Span.first(Sorting.first(NetworkSessions.BY_START), MOST));
    }
}
