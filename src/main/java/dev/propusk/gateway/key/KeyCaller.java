package dev.propusk.gateway.key;

import dev.propusk.security.Acting;
import dev.propusk.security.Actor;
import java.io.Serializable;

/** Who calls for gateways with a key of its own: a gateway, or a FreeRADIUS server that asks for many. */
public interface KeyCaller extends Acting, Serializable {
    String name();

    @Override
    default Actor.Kind kind() {
        return Actor.Kind.GATEWAY;
    }

    @Override
    default String actorName() {
        return name();
    }
}
