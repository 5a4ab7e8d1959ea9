package dev.propusk.gateway;

import dev.propusk.gateway.SharedAddressException.Wrong;
import dev.propusk.gateway.origin.Signs;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gateways that speak RADIUS from one address share its secret, and each packet from there can be told. */
@Component
class SharedAddresses {
    private final CrossContractGateways gateways;
    private final GatewaySecrets secrets;

    SharedAddresses(CrossContractGateways gateways, GatewaySecrets secrets) {
        this.gateways = gateways;
        this.secrets = secrets;
    }

    /**
     * To be asked before a gateway becomes what these terms say. A new secret for an address that it stays at is given to all
     * others there as well.
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
        if (terms.address() == null || after.isEmpty() || staysAsItWas(gateway, terms, before, after.get())) {
            return List.of();
        }
        List<Gateway> others = gateways.findSpeakingFrom(Objects.requireNonNull(terms.address())).stream()
                .filter(other -> gateway == null || !other.id().equals(gateway.id()))
                .toList();
        others.forEach(other -> requireTold(signs(terms), other));
        List<Gateway> toBeGiven =
                others.stream().filter(other -> !hasSecret(other, after)).toList();
        toBeGiven.forEach(other -> requireShared(other, before));
        return toBeGiven;
    }

    private static boolean staysAsItWas(
            @Nullable Gateway gateway, NewGateway terms, Optional<byte[]> before, byte[] after) {
        return gateway != null
                && Objects.equals(terms.address(), gateway.terms().address())
                && signs(terms).equals(gateway.signs())
                && before.filter(secret -> MessageDigest.isEqual(secret, after)).isPresent();
    }

    private static Signs signs(NewGateway terms) {
        return Signs.by(Optional.ofNullable(terms.nasIdentifier()));
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
