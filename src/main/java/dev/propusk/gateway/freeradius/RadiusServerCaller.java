package dev.propusk.gateway.freeradius;

import dev.propusk.gateway.key.KeyCaller;
import java.util.UUID;

/** A FreeRADIUS server that showed its key. */
public record RadiusServerCaller(UUID server, String name) implements KeyCaller {}
