package dev.propusk.gateway.online;

import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of a network are asked for.
 *
 * @param open whether they go on; null: both
 * @param text a device's MAC, one of its addresses, or what its token is found by; blank: any
 * @param device null: any
 * @param address one that it had, alone or within a network that was handed out; null: any
 * @param from only what went on at this moment or later; null: from the beginning
 * @param to only what began before this moment; null: until now
 */
public record SessionFilter(
        @Nullable Boolean open,
        String text,
        @Nullable MacAddress device,
        @Nullable NetworkAddress address,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final SessionFilter ALL = new SessionFilter(false, "");
    public static final SessionFilter ONLINE = new SessionFilter(true, "");

    /** What a person looks for. */
    public SessionFilter(boolean online, String text) {
        this(online ? true : null, text, null, null, null, null);
    }
}
