package dev.propusk.gateway.disconnect;

import dev.propusk.base.MacAddress;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.security.ContractId;
import dev.propusk.token.search.LiveTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Devices in a gateway's reports that no token let in: staff, what has a login of its own, who is yet to log in. A gateway may
 * leave them alone; whose token ended during a session is put off by all (rule 18).
 */
@Component
class Strangers {
    private final GatewayRepository gateways;
    private final LiveTokens tokens;

    Strangers(GatewayRepository gateways, LiveTokens tokens) {
        this.gateways = gateways;
        this.tokens = tokens;
    }

    /** Those of a network's sessions that may be told to end. */
    List<OpenSession> leaveAlone(ContractId contract, List<OpenSession> sessions) {
        Set<GatewayId> lenient = gateways.findInUse(contract).stream()
                .filter(gateway -> !gateway.meanings().putsOffStrangers())
                .map(Gateway::id)
                .collect(Collectors.toSet());
        Set<MacAddress> devices = sessions.stream()
                .filter(session -> lenient.contains(session.gateway()))
                .map(session -> session.device().mac())
                .collect(Collectors.toSet());
        Map<MacAddress, Instant> let = tokens.letInUntil(contract, devices);
        return sessions.stream()
                .filter(session -> !lenient.contains(session.gateway())
                        || isLetIn(session, let.get(session.device().mac())))
                .toList();
    }

    private static boolean isLetIn(OpenSession session, @Nullable Instant until) {
        return until != null && !until.isBefore(session.startedAt());
    }
}
