package dev.propusk.gateway;

import dev.propusk.gateway.key.KeyCaller;
import dev.propusk.gateway.kind.Meanings;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that showed its key.
 *
 * @param equipment what it is
 * @param signs what its packets say of themselves
 * @param meanings what its packets mean
 * @param askAgainMinutes after so many it asks about a device anew; null: when the device's time is over
 */
public record GatewayCaller(
        GatewayId gateway,
        ContractId contract,
        String name,
        GatewayKind equipment,
        Signs signs,
        Meanings meanings,
        @Nullable Integer askAgainMinutes)
        implements KeyCaller {
    public static GatewayCaller of(Gateway gateway) {
        return new GatewayCaller(
                gateway.id(),
                gateway.contract(),
                gateway.name(),
                gateway.kind(),
                gateway.signs(),
                gateway.meanings(),
                gateway.askAgainMinutes().orElse(null));
    }

    /** For how long it may let a device pass; empty: without an end. */
    public Optional<Duration> mayPass(Optional<Duration> left) {
        return Stream.of(left, Optional.ofNullable(askAgainMinutes).map(Duration::ofMinutes))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Whether a packet may be its own: none may speak for another one behind the same address. */
    public boolean speaks(Asked asked) {
        return signs.fit(asked);
    }
}
