package dev.propusk.gateway.session;

import dev.propusk.base.MacAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway reports about a device's session (RFC 2866).
 *
 * @param session its own id for it
 * @param station the device as the gateway writes it, which is how a Disconnect-Request must name it
 * @param in bytes from the device
 * @param out bytes to the device
 * @param lasted how long it has lasted, as far as the gateway says
 * @param delay how long ago the report was first sent
 * @param endCause why it ended, in the gateway's word
 */
public record AccountingReport(
        Kind kind,
        String session,
        MacAddress device,
        String station,
        @Nullable String userName,
        @Nullable String ip,
        long in,
        long out,
        Duration lasted,
        Duration delay,
        @Nullable String endCause) {
    /** Which moment of a session it tells of. */
    public enum Kind {
        START,
        INTERIM,
        STOP
    }
}
