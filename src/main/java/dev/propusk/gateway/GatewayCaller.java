package dev.propusk.gateway;

import dev.propusk.security.Acting;
import dev.propusk.security.Actor;
import dev.propusk.security.ContractId;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway that showed its key. */
public record GatewayCaller(
        GatewayId gateway,
        ContractId contract,
        String name,
        @Nullable String nasIdentifier) implements Acting, Serializable {
    static GatewayCaller of(Gateway gateway) {
        return new GatewayCaller(
                gateway.id(),
                gateway.contract(),
                gateway.name(),
                gateway.nasIdentifier().orElse(null));
    }

    /** Whether it may go by this name in RADIUS. */
    public boolean goesBy(Optional<String> name) {
        return nasIdentifier == null || name.filter(nasIdentifier::equals).isPresent();
    }

    @Override
    public Actor.Kind kind() {
        return Actor.Kind.GATEWAY;
    }

    @Override
    public String actorName() {
        return name;
    }
}
