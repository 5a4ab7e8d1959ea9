package dev.propusk.gateway.freeradius;

import dev.propusk.security.Acting;
import dev.propusk.security.Actor;
import java.io.Serializable;
import java.util.UUID;

/** A FreeRADIUS server that showed its key. */
public record RadiusServerCaller(UUID server, String name) implements Acting, Serializable {
    @Override
    public Actor.Kind kind() {
        return Actor.Kind.GATEWAY;
    }

    @Override
    public String actorName() {
        return name;
    }
}
