package dev.propusk.gateway.session;

import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.session.AccountingReport.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/** Sessions are reported. */
public final class SessionCommands implements Commands {
    private final TestGateways gateways;
    private final GatewayKeys keys;
    private final SessionRecords records;

    SessionCommands(TestGateways gateways, GatewayKeys keys, SessionRecords records) {
        this.gateways = gateways;
        this.keys = keys;
        this.records = records;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "SessionRecords.goesOn",
                        hotel -> {
                            GatewayCaller gateway = gateway(hotel);
                            return Executors.callable(
                                    () -> records.goesOn(gateway, report(Kind.START, TestContracts.device())));
                        },
                "SessionRecords.ended",
                        hotel -> {
                            GatewayCaller gateway = gateway(hotel);
                            MacAddress device = online(gateway);
                            return Executors.callable(() -> records.ended(gateway, report(Kind.STOP, device)));
                        },
                "SessionRecords.allEnded",
                        hotel -> {
                            GatewayCaller gateway = gateway(hotel);
                            online(gateway);
                            return Executors.callable(() -> records.allEnded(gateway, "NAS-Reboot"));
                        });
    }

    private GatewayCaller gateway(Contract hotel) {
        return keys.find(gateways.add(hotel).key().value()).orElseThrow();
    }

    private MacAddress online(GatewayCaller gateway) {
        MacAddress device = TestContracts.device();
        records.goesOn(gateway, report(Kind.START, device));
        return device;
    }

    private static AccountingReport report(Kind kind, MacAddress device) {
        return new AccountingReport(
                kind, "s-" + device, device, device.toString(), null, null, 1, 2, Duration.ZERO, Duration.ZERO, null);
    }
}
