package dev.propusk.gateway.session;

import dev.propusk.data.Atomic;
import dev.propusk.data.OwnId;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.identification.Arrival;
import dev.propusk.identification.Identification;
import dev.propusk.token.activate.Traffic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what NAS report; when it happened, by our clock, and what it makes of their sessions. */
@Component
class SessionRecords {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final NasTable equipment;
    private final Traffic traffic;
    private final Identification identification;

    SessionRecords(
            JdbcClient jdbc, JdbcTemplate batches, NasTable equipment, Traffic traffic, Identification identification) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.equipment = equipment;
        this.traffic = traffic;
        this.identification = identification;
    }

    /**
     * What is known after a report.
     *
     * @param connected what it says of its device
     * @param arrival the device, and all that it has
     */
    record Reported(Connected connected, Arrival arrival) {}

    /**
     * One report.
     *
     * @param arrival when it came
     */
    @Atomic
    Reported hear(GatewayCaller gateway, AccountingReport report, Instant arrival) {
        Heard heard = heard(gateway, report.nas(), report.times(), report.kind(), arrival);
        Connected connected = new SessionBook(
                        new SessionTable(jdbc, batches, gateway), () -> OwnId.next("device_session"))
                .hear(heard.nas(), report, heard.at());
        Arrival seen = identification.arrive(gateway.contract(), report.device());
        boolean counted = connected.passed() > 0
                && traffic.passed(gateway.contract(), seen.tokens(), connected.passed(), heard.at());
        return new Reported(connected, counted ? identification.arrive(gateway.contract(), report.device()) : seen);
    }

    /** The NAS has started anew, or goes down: whatever it had is over. */
    @Atomic
    void restarted(GatewayCaller gateway, RestartReport report, Instant arrival) {
        Heard heard = heard(gateway, report.nas(), report.times(), null, arrival);
        new SessionTable(jdbc, batches, gateway)
                .endAll(heard.nas(), report.called(), heard.at(), report.end(), report.cause());
    }

    private record Heard(UUID nas, Instant at) {}

    private Heard heard(
            GatewayCaller gateway, NasName name, ReportedTimes times, @Nullable Kind kind, Instant arrival) {
        Nas nas = equipment.get(gateway, name, arrival);
        NasClock.Reading reading = nas.clock().read(arrival, times);
        Nas now = nas.after(reading.clock(), arrival, kind);
        if (!now.equals(nas)) {
            equipment.update(gateway, name, now);
        }
        return new Heard(nas.id(), reading.at());
    }
}
