package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What becomes of the sessions of a NAS by each of its reports, which may come twice, late, in any order, or not at all. */
final class SessionBook {
    private final SessionStore store;
    private final Supplier<UUID> ids;

    /**
     * Over one gateway.
     *
     * @param ids for what is new
     */
    SessionBook(SessionStore store, Supplier<UUID> ids) {
        this.store = store;
        this.ids = ids;
    }

    Connected hear(UUID nas, AccountingReport report, Instant at) {
        Moment told = new Moment(
                report.kind(), at, report.times().tellHowLate(), report.times().lasted(), report.endCause());
        List<HeardSession> known = store.named(nas, report.session(), report.device());
        Optional<HeardSession> match = SessionMatch.find(told, known);
        if (match.isPresent()) {
            HeardSession after = match.get().after(nas, report, told);
            goOn(match.get(), after, known);
            return new Connected(
                    after.span().startedAt(),
                    false,
                    after.octets() - match.get().octets());
        }
        HeardSession begun = HeardSession.of(ids.get(), nas, report, told);
        boolean isNew = begin(begun, known);
        return new Connected(begun.span().startedAt(), isNew, isNew ? begun.octets() : 0);
    }

    private void goOn(HeardSession before, HeardSession after, List<HeardSession> known) {
        if (after.span().isOpen() && !before.span().isOpen()) {
            // it goes on after all, so that what took its place does not
            endOf(known, other -> !other.id().equals(after.id()));
        }
        store.update(
                after,
                after.addresses().all().stream()
                        .filter(held -> !before.addresses().all().contains(held))
                        .toList());
        takeOver(after, after.newAddresses(before));
    }

    /** Whether nobody else has begun it meanwhile. */
    private boolean begin(HeardSession begun, List<HeardSession> known) {
        List<HeardSession> others = new ArrayList<>(known);
        store.openOf(begun.nasId(), begun.device()).stream()
                .filter(other -> !other.session().equals(begun.session()) && other.isSamePlaceAs(begun))
                .forEach(others::add);
        Instant from = begun.span().startedAt();
        endOf(others, other -> !other.span().startedAt().isAfter(from));
        boolean late =
                others.stream().anyMatch(other -> other.span().startedAt().isAfter(from));
        HeardSession first = late && begun.span().isOpen() ? begun.endedByGuess(SessionEnd.NEW_SESSION) : begun;
        boolean isNew = store.insert(first);
        takeOver(first, first.newAddresses(null));
        return isNew;
    }

    private interface Which {
        boolean is(HeardSession session);
    }

    private void endOf(List<HeardSession> sessions, Which which) {
        sessions.stream()
                .filter(session -> session.span().isOpen() && which.is(session))
                .forEach(session -> store.endByGuess(session, SessionEnd.NEW_SESSION));
    }

    /** Whoever had these addresses before has none now. */
    private void takeOver(HeardSession by, List<AddressBlock> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        Instant at = by.span().seenAt();
        store.openAt(by.nasId(), addresses).stream()
                .filter(other -> !other.device().equals(by.device()))
                .filter(other -> other.span().seenAt().isBefore(at))
                .forEach(other -> store.endByGuess(other, SessionEnd.ADDRESS));
    }
}
