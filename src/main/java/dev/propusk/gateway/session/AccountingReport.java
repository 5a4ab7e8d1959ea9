package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway reports about a device's session (RFC 2866).
 *
 * @param nas which of the gateway's equipment reports
 * @param session its own id for it, at most 253 characters
 * @param station the device as the gateway writes it, which is how a Disconnect-Request must name it; empty: it did not
 * @param called what the device is connected to, mostly the access point and the name of its network
 * @param addresses all that the device has, single ones and networks
 * @param in bytes from the device
 * @param out bytes to the device
 * @param endCause why it ended, in the gateway's word
 */
public record AccountingReport(
        Kind kind,
        NasName nas,
        String session,
        MacAddress device,
        String station,
        @Nullable String userName,
        @Nullable String called,
        List<AddressBlock> addresses,
        Octets in,
        Octets out,
        ReportedTimes times,
        @Nullable String endCause) {
    /** Which moment of a session it tells of. */
    public enum Kind {
        START,
        INTERIM,
        STOP
    }

    public AccountingReport {
        addresses = List.copyOf(addresses);
    }

    /** One that says the least. */
    public static AccountingReport of(Kind kind, String session, MacAddress device, List<AddressBlock> addresses) {
        return new AccountingReport(
                kind,
                NasName.NONE,
                session,
                device,
                device.toString(),
                null,
                null,
                addresses,
                Octets.NONE,
                Octets.NONE,
                ReportedTimes.NONE,
                null);
    }
}
