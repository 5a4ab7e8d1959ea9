package dev.propusk.gateway.session;

import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The sessions of a gateway without a database, so that very many histories can be gone through. */
final class MemorySessions implements SessionStore {
    private final Map<UUID, HeardSession> rows = new LinkedHashMap<>();
    private final Map<NasName, Nas> equipment = new HashMap<>();
    private final Set<UUID> reportInBetween = new HashSet<>();
    private final SessionBook book = new SessionBook(this, () -> new UUID(0, rows.size() + 1));

    void hear(AccountingReport report, Instant arrival) {
        Nas nas = heard(report.nas(), report.times(), arrival);
        if (report.kind() == Kind.INTERIM) {
            reportInBetween.add(nas.id());
        }
        book.hear(nas.id(), report, nas.heardAt());
    }

    void restarted(RestartReport report, Instant arrival) {
        Nas nas = heard(report.nas(), report.times(), arrival);
        Instant at = nas.heardAt();
        open(row -> nas.id().equals(row.nas())
                        && row.span().startedAt().isBefore(at)
                        && !row.span().seenAt().isAfter(at))
                .forEach(row -> put(
                        row,
                        report.end().isGuess()
                                ? row.span().endedByGuess(report.end(), report.cause())
                                : ended(row.span(), new SessionSpan.End(at, report.end(), report.cause()))));
    }

    /** @return with the report's own time in place of the time when the NAS was heard */
    private Nas heard(NasName name, ReportedTimes times, Instant arrival) {
        Nas nas = equipment.computeIfAbsent(name, one -> Nas.heardFirst(new UUID(1, equipment.size()), arrival));
        NasClock.Reading reading = nas.clock().read(arrival, times);
        Nas now = new Nas(nas.id(), reading.clock(), reading.at(), null);
        equipment.put(name, now);
        return now;
    }

    /** As {@link SilentSessions} does. */
    void endSilent(Instant now, Duration due) {
        open(row -> {
                    Duration patience = row.nas() != null && reportInBetween.contains(row.nas())
                            ? (row.span().every().compareTo(due) > 0
                                            ? row.span().every()
                                            : due)
                                    .multipliedBy(3)
                            : Duration.ofDays(1);
                    return row.span().seenAt().isBefore(now.minus(patience));
                })
                .forEach(row -> put(row, row.span().endedByGuess(SessionEnd.SILENCE, null)));
    }

    Collection<HeardSession> all() {
        return rows.values();
    }

    UUID nas(NasName name) {
        return Objects.requireNonNull(equipment.get(name)).id();
    }

    @Override
    public List<HeardSession> named(UUID nas, String session, MacAddress device) {
        return rows.values().stream()
                .filter(row -> nas.equals(row.nas())
                        && row.session().equals(session)
                        && row.device().equals(device))
                .sorted(Comparator.comparing((HeardSession row) -> row.span().startedAt())
                        .reversed())
                .limit(16)
                .toList();
    }

    @Override
    public List<HeardSession> openOf(UUID nas, MacAddress device) {
        return open(row -> nas.equals(row.nas()) && row.device().equals(device));
    }

    @Override
    public List<HeardSession> openAt(UUID nas, List<AddressBlock> addresses) {
        return open(row -> nas.equals(row.nas())
                && row.addresses().all().stream()
                        .anyMatch(held -> held.gone() == null && addresses.contains(held.block())));
    }

    private List<HeardSession> open(Predicate<HeardSession> which) {
        return rows.values().stream()
                .filter(row -> row.span().isOpen() && which.test(row))
                .toList();
    }

    @Override
    public boolean insert(HeardSession session) {
        put(session);
        return true;
    }

    @Override
    public void update(HeardSession session, List<HeldAddress> changed) {
        put(session);
    }

    /** The key of the schema: of one NAS, id and device one goes on. */
    private void put(HeardSession session) {
        boolean taken = session.span().isOpen()
                && named(session.nasId(), session.session(), session.device()).stream()
                        .anyMatch(row -> row.span().isOpen() && !row.id().equals(session.id()));
        if (taken) {
            throw new IllegalStateException("Two of one name go on: " + session);
        }
        rows.put(session.id(), session);
    }

    @Override
    public void endByGuess(HeardSession session, SessionEnd by) {
        HeardSession now = Objects.requireNonNull(rows.get(session.id()));
        if (now.span().isOpen()) {
            put(now, now.span().endedByGuess(by, null));
        }
    }

    private void put(HeardSession row, SessionSpan span) {
        rows.put(
                row.id(),
                new HeardSession(
                        row.id(),
                        row.nas(),
                        row.session(),
                        row.device(),
                        row.station(),
                        row.userName(),
                        row.called(),
                        row.ip(),
                        span,
                        row.in(),
                        row.out(),
                        row.addresses()));
    }

    private static SessionSpan ended(SessionSpan span, SessionSpan.End end) {
        return new SessionSpan(span.startedAt(), span.startedBy(), span.seenAt(), span.lasted(), span.every(), end);
    }
}
