package dev.propusk.gateway.session;

import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Sessions are reported. */
public final class SessionCommands implements Commands {
    private final TestGateways gateways;
    private final GatewayKeys keys;
    private final SessionRecords records;
    private final TestClock clock;

    SessionCommands(TestGateways gateways, GatewayKeys keys, SessionRecords records, TestClock clock) {
        this.gateways = gateways;
        this.keys = keys;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "SessionRecords.hear",
                        hotel -> {
                            GatewayCaller gateway = gateway(hotel);
                            return () ->
                                    records.hear(gateway, report(Kind.START, TestContracts.device()), clock.instant());
                        },
                "SessionRecords.restarted",
                        hotel -> {
                            GatewayCaller gateway = gateway(hotel);
                            records.hear(gateway, report(Kind.START, TestContracts.device()), clock.instant());
                            clock.advance(Duration.ofSeconds(1));
                            return Executors.callable(() -> records.restarted(
                                    gateway,
                                    new RestartReport(NasName.NONE, true, null, ReportedTimes.NONE),
                                    clock.instant()));
                        });
    }

    private GatewayCaller gateway(Contract hotel) {
        return keys.find(gateways.add(hotel).key().value()).orElseThrow();
    }

    private static AccountingReport report(Kind kind, MacAddress device) {
        return AccountingReport.of(kind, "s-" + device, device, List.of());
    }
}
