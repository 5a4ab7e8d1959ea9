package dev.propusk.gateway;

import dev.propusk.base.TimeOrderedId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a gateway. */
@Embeddable
public record GatewayId(@Column(name = "id") UUID value) implements Serializable {
    public static GatewayId next() {
        return new GatewayId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
