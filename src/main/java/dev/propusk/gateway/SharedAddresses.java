package dev.propusk.gateway;

import dev.propusk.gateway.SharedAddressException.Wrong;
import dev.propusk.gateway.origin.CrossContractOrigins;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gateways that speak RADIUS from one address share its secret, and each packet from there can be told. */
@Component
class SharedAddresses {
    private final CrossContractGateways gateways;
    private final CrossContractOrigins origins;
    private final GatewaySecrets secrets;

    SharedAddresses(CrossContractGateways gateways, CrossContractOrigins origins, GatewaySecrets secrets) {
        this.gateways = gateways;
        this.origins = origins;
        this.secrets = secrets;
    }

    /**
     * To be asked before a gateway becomes what these terms say. A new secret for an address that it stays at is given to all
     * others there as well. Who comes meanwhile waits, so that of two that could not be told apart one is refused.
     *
     * @param gateway as it still is; null: a new one
     * @return the others that were given the secret
     * @throws SharedAddressException where it could not be told from another one
     */
    List<Gateway> settle(@Nullable Gateway gateway, GatewayChange change) {
        NewGateway terms = change.terms();
        Optional<byte[]> before = Optional.ofNullable(gateway).flatMap(secrets::radius);
        Optional<byte[]> after = change.forgetsRadiusSecret()
                ? Optional.empty()
                : Optional.ofNullable(terms.radiusSecret())
                        .map(GatewaySecrets::bytes)
                        .or(() -> before);
        if (terms.sources().isEmpty() || after.isEmpty() || staysAsItWas(gateway, terms, before, after.get())) {
            return List.of();
        }
        origins.takeTurn();
        List<Gateway> others = sharing(gateway, terms.sources());
        others.forEach(other -> requireTold(terms.signs(), other));
        List<Gateway> toBeGiven = allSharing(gateway, others).stream()
                .filter(other -> !hasSecret(other, after))
                .toList();
        toBeGiven.forEach(other -> requireShared(other, before));
        return toBeGiven;
    }

    private static boolean staysAsItWas(
            @Nullable Gateway gateway, NewGateway terms, Optional<byte[]> before, byte[] after) {
        return gateway != null
                && terms.sources().equals(gateway.sources())
                && terms.signs().equals(gateway.signs())
                && before.filter(secret -> MessageDigest.isEqual(secret, after)).isPresent();
    }

    private List<Gateway> sharing(@Nullable Gateway gateway, Sources sources) {
        List<GatewayId> ids = origins.overlapping(sources).stream()
                .map(GatewayId::new)
                .filter(id -> gateway == null || !id.equals(gateway.id()))
                .toList();
        return ids.isEmpty()
                ? List.of()
                : gateways.findSpeaking(ids).stream()
                        .filter(other -> other.sources().overlap(sources))
                        .toList();
    }

    /** Those that share with them, too, and so on: all of them have one secret. Many may speak from the same place. */
    private List<Gateway> allSharing(@Nullable Gateway gateway, List<Gateway> first) {
        Map<GatewayId, Gateway> all = new LinkedHashMap<>();
        Set<Sources> asked = new HashSet<>();
        Deque<Gateway> waiting = new ArrayDeque<>(first);
        while (!waiting.isEmpty()) {
            Gateway next = waiting.pop();
            if (all.putIfAbsent(next.id(), next) == null && asked.add(next.sources())) {
                waiting.addAll(sharing(gateway, next.sources()));
            }
        }
        return List.copyOf(all.values());
    }

    private static void requireTold(Signs signs, Gateway other) {
        if (!signs.areToldFrom(other.signs())) {
            throw new SharedAddressException(Wrong.SIGN, other.name());
        }
    }

    /** It had the secret that is replaced now. */
    private void requireShared(Gateway other, Optional<byte[]> before) {
        if (before.isEmpty() || !hasSecret(other, before)) {
            throw new SharedAddressException(Wrong.SECRET, other.name());
        }
    }

    private boolean hasSecret(Gateway gateway, Optional<byte[]> secret) {
        return secrets.radius(gateway)
                .filter(own -> secret.filter(wanted -> MessageDigest.isEqual(own, wanted))
                        .isPresent())
                .isPresent();
    }
}
