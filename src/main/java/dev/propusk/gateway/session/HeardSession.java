package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was heard of.
 *
 * @param nas null: written by an older release
 * @param ip the address that it is shown with
 */
record HeardSession(
        UUID id,
        @Nullable UUID nas,
        String session,
        MacAddress device,
        String station,
        @Nullable String userName,
        @Nullable String called,
        @Nullable String ip,
        SessionSpan span,
        long in,
        long out,
        HeldAddresses addresses) {
    static HeardSession of(UUID id, UUID nas, AccountingReport report, Moment told) {
        SessionSpan span = SessionSpan.of(told);
        return new HeardSession(
                id,
                nas,
                report.session(),
                report.device(),
                report.station(),
                report.userName(),
                report.called(),
                shown(report).orElse(null),
                span,
                report.in().value(),
                report.out().value(),
                HeldAddresses.NONE.after(report.addresses(), told.at(), span.startedAt(), true));
    }

    /** After one more report, by the NAS that is known by now. */
    HeardSession after(UUID nas, AccountingReport report, Moment told) {
        boolean news = span.isNews(told);
        SessionSpan after = span.after(told);
        return new HeardSession(
                id,
                nas,
                session,
                device,
                report.station().isEmpty() ? station : report.station(),
                report.userName() == null ? userName : report.userName(),
                report.called() == null ? called : report.called(),
                news ? shown(report).orElse(ip) : ip,
                after,
                report.in().after(in, news),
                report.out().after(out, news),
                addresses.after(report.addresses(), told.at(), after.startedAt(), news));
    }

    /** How many bytes have passed in both directions. */
    long octets() {
        return in + out;
    }

    HeardSession endedByGuess(SessionEnd by) {
        return new HeardSession(
                id,
                nas,
                session,
                device,
                station,
                userName,
                called,
                ip,
                span.endedByGuess(by, null),
                in,
                out,
                addresses);
    }

    HeardSession holding(HeldAddresses held) {
        return new HeardSession(id, nas, session, device, station, userName, called, ip, span, in, out, held);
    }

    /** Of one that a NAS reported. */
    UUID nasId() {
        return Objects.requireNonNull(nas);
    }

    /** Whether a device can't be in both at once: the same network of the same equipment, as far as they say. */
    boolean isSamePlaceAs(HeardSession other) {
        String here = network(called);
        String there = network(other.called);
        return here == null || there == null || here.equals(there);
    }

    /** Behind the access point's own address stands the name of its network (RFC 3580, 3.20). */
    private static @Nullable String network(@Nullable String called) {
        if (called == null) {
            return null;
        }
        int macEnds = 17;
        return called.length() > macEnds + 1
                        && called.charAt(macEnds) == ':'
                        && MacAddress.read(called.substring(0, macEnds)).isPresent()
                ? called.substring(macEnds + 1)
                : called;
    }

    private static Optional<String> shown(AccountingReport report) {
        return report.addresses().stream()
                .filter(AddressBlock::isSingle)
                .min(Comparator.comparing(block -> !block.isIpv4()))
                .map(AddressBlock::toString);
    }

    /** The single addresses that this report was the first to name. */
    List<AddressBlock> newAddresses(@Nullable HeardSession before) {
        return addresses.all().stream()
                .filter(held -> held.gone() == null)
                .map(HeldAddress::block)
                .filter(AddressBlock::isSingle)
                .filter(block -> before == null
                        || before.addresses.all().stream()
                                .noneMatch(held -> held.block().equals(block)))
                .toList();
    }
}
