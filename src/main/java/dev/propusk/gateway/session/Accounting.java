package dev.propusk.gateway.session;

import dev.propusk.gateway.ForeignAnnulments;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.disconnect.PendingDisconnects;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.gateway.session.SessionRecords.Reported;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Gateways report the sessions of devices: begun, going on, ended. */
@Service
public class Accounting {
    private final SessionRecords records;
    private final ForeignAnnulments foreignAnnulments;
    private final PendingDisconnects orders;
    private final Clock clock;

    Accounting(SessionRecords records, ForeignAnnulments foreignAnnulments, PendingDisconnects orders, Clock clock) {
        this.records = records;
        this.foreignAnnulments = foreignAnnulments;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * A device that is online though it may not be is to be put off (rule 18); one that came here left others, though that be
     * told late, or by an interim report whose Start was lost (rule 10).
     */
    public void report(GatewayCaller gateway, AccountingReport report) {
        Reported reported = records.hear(gateway, report, clock.instant());
        Connected connected = reported.connected();
        if (report.kind() == Kind.START || connected.isNew()) {
            foreignAnnulments.deviceConnected(gateway, reported.arrival(), connected.since());
        }
        if (report.kind() != Kind.STOP && reported.arrival().identified().isEmpty()) {
            orders.onlineUnidentified(gateway.contract(), report.device());
        }
    }

    /** Of one NAS, or of one of its networks, no session is left. */
    public void restarted(GatewayCaller gateway, RestartReport report) {
        records.restarted(gateway, report, clock.instant());
    }
}
