package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.TestSessions;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.security.ActingAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions of a gateway, by the statements behind them. */
@PropuskTest
abstract class SessionsOnTheDatabase {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    GatewayKeys keys;

    @Autowired
    SessionRecords records;

    @Autowired
    DeviceSessions sessions;

    @Autowired
    TestSessions told;

    @Autowired
    RadiusSettings settings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    final MacAddress device = TestContracts.device();
    Contract hotel;
    GatewayCaller gateway;
    SilentSessions silence;

    @BeforeEach
    void open() {
        hotel = contracts.open();
        gateway = keys.find(gateways.add(hotel).key().value()).orElseThrow();
        silence = new SilentSessions(jdbc, settings, clock);
    }

    void hear(Kind kind, String session, @Nullable Duration lasted, String... addresses) {
        AccountingReport report = AccountingReport.of(kind, session, device, blocks(addresses));
        records.hear(
                gateway,
                new AccountingReport(
                        kind,
                        NasName.NONE,
                        session,
                        device,
                        report.station(),
                        null,
                        null,
                        report.addresses(),
                        Octets.NONE,
                        Octets.NONE,
                        new ReportedTimes(null, null, lasted),
                        null),
                clock.instant());
    }

    static List<AddressBlock> blocks(String... addresses) {
        return List.of(addresses).stream()
                .map(address -> AddressBlock.read(address).orElseThrow())
                .toList();
    }

    DeviceSession only() {
        List<DeviceSession> all = contracts.asOwner(hotel, () -> told.of(hotel.id()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    List<MacAddress> found(String address) {
        return found(address, clock.instant().minusSeconds(1), clock.instant().plusSeconds(1));
    }

    List<MacAddress> found(String address, Instant from, Instant to) {
        return ActingAs.user(
                contracts.user(contracts.support()),
                () -> sessions.findByAddressAcrossContracts(NetworkAddress.parse(address), from, to).stream()
                        .filter(session -> session.contract().equals(hotel.id()))
                        .map(DeviceSession::device)
                        .toList());
    }
}
