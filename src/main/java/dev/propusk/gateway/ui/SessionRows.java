package dev.propusk.gateway.ui;

import dev.propusk.gateway.online.NetworkSession;
import dev.propusk.gateway.online.NetworkSessions;
import dev.propusk.gateway.online.SessionFilter;
import dev.propusk.list.Searchable;
import dev.propusk.list.Span;
import dev.propusk.security.ContractId;
import java.util.List;

/** A network's sessions as the list shows them: those that go on, or all. */
final class SessionRows implements Searchable<NetworkSession> {
    private final NetworkSessions sessions;
    private final ContractId contract;
    private boolean online = true;

    SessionRows(NetworkSessions sessions, ContractId contract) {
        this.sessions = sessions;
        this.contract = contract;
    }

    void show(boolean onlineOnly) {
        online = onlineOnly;
    }

    @Override
    public int count(String text) {
        return sessions.count(contract, new SessionFilter(online, text));
    }

    @Override
    public List<NetworkSession> page(String text, Span<NetworkSession> span) {
        return sessions.page(contract, new SessionFilter(online, text), span);
    }
}
