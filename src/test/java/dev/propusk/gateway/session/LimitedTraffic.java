package dev.propusk.gateway.session;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.identification.Identification;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Devices whose traffic is limited. */
@PropuskTest
abstract class LimitedTraffic {
    static final long MEGABYTE = 1_000_000;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    GatewayKeys keys;

    @Autowired
    Accounting accounting;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Identification identification;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    final MacAddress device = TestContracts.device();
    Contract hotel;
    GatewayCaller gateway;

    @BeforeEach
    void open() {
        hotel = contracts.open();
        gateway = keys.find(gateways.add(hotel).key().value()).orElseThrow();
    }

    Token generate(Reuse reuse, int days, @Nullable Integer megabytes) {
        TokenRequest request = new TokenRequest(
                1, new Uses(reuse, null), Term.ofDays(days), null, null, new Limits(null, null, null, megabytes));
        return contracts
                .asOwner(hotel, () -> generation.generate(hotel.id(), request))
                .tokens()
                .getFirst();
    }

    Token enter(Token token) {
        return activation.activate(hotel.id(), token.code(), device);
    }

    Optional<Long> left() {
        return identification.find(hotel.id(), device).orElseThrow().octetsLeft();
    }

    void report(Kind kind, String session, long octets) {
        accounting.report(gateway, told(kind, session, octets, Duration.ZERO));
    }

    AccountingReport told(Kind kind, String session, long octets, Duration late) {
        AccountingReport least = AccountingReport.of(kind, session, device, List.of());
        return new AccountingReport(
                kind,
                least.nas(),
                session,
                device,
                least.station(),
                null,
                null,
                List.of(),
                new Octets(octets / 4, true),
                new Octets(octets - octets / 4, true),
                new ReportedTimes(late, null, Duration.ZERO),
                null);
    }
}
