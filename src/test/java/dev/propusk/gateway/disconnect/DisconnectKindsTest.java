package dev.propusk.gateway.disconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.TestSessions;
import dev.propusk.base.AddressBlock;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.kind.OwnMeanings;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.gateway.session.Accounting;
import dev.propusk.gateway.session.AccountingReport;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.gateway.session.DeviceSession;
import dev.propusk.gateway.session.NasName;
import dev.propusk.gateway.session.Octets;
import dev.propusk.gateway.session.ReportedTimes;
import dev.propusk.gateway.session.SessionEnd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end that ends (rule 18): each kind is told what it takes, where its session's own equipment is. */
@PropuskTest
class DisconnectKindsTest {
    private static final String SECRET = "shared-for-tests";
    private static final String STATION = "02-66-00-00-00-02";
    private static final String SESSION = "4A1B2C3D4E5F6071";
    private static final NasName NAS = new NasName(
            AddressBlock.read("127.0.0.1").orElseThrow(),
            AddressBlock.read("192.168.10.11").orElseThrow(),
            "788a2059c699");

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    GatewayKeys keys;

    @Autowired
    Accounting accounting;

    @Autowired
    Disconnects disconnects;

    @Autowired
    TestSessions sessions;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final MacAddress device = MacAddress.parse(STATION);
    private Contract hotel;
    private @Nullable GatewayCaller gateway;

    @BeforeEach
    void open() {
        jdbc.sql("delete from disconnect").update();
        hotel = contracts.open();
    }

    @ParameterizedTest
    @EnumSource(
            value = GatewayKind.class,
            names = {"UNIFI", "OTHER"})
    void hostapdIsTakenAtItsWordWhateverKindItIsSetAs(GatewayKind kind) throws Exception {
        try (FakeNas nas =
                nas(request -> FakeNas.hostapd(request, "192.168.10.11", "788a2059c699", STATION, SESSION))) {
            online(kind, nas);
            carryOut();
            assertThat(only().endedBy()).isEqualTo(SessionEnd.PUT_OFF);
            assertThat(nas.requests).hasSize(kind == GatewayKind.UNIFI ? 1 : 2);
            assertThat(nas.requests.getLast().keySet())
                    .containsExactlyInAnyOrder(
                            FakeNas.CALLING_STATION_ID,
                            FakeNas.ACCT_SESSION_ID,
                            FakeNas.EVENT_TIMESTAMP,
                            FakeNas.MESSAGE_AUTHENTICATOR);
        }
    }

    /** By the rules that stand in public source and threads; each answers to the first request. */
    static Stream<Arguments> equipment() {
        ToIntFunction<Map<Integer, String>> hostapd =
                request -> FakeNas.hostapd(request, "192.168.10.11", "788a2059c699", STATION, SESSION);
        ToIntFunction<Map<Integer, String>> any = request -> FakeNas.ACK;
        return Stream.of(
                arguments(
                        GatewayKind.MIKROTIK,
                        (ToIntFunction<Map<Integer, String>>) request -> FakeNas.routerOs(request, "10.5.50.7"),
                        "1 8 44"),
                arguments(GatewayKind.COOVACHILLI, any, "1 4 8 31 32 44"),
                arguments(GatewayKind.OPENNDS, any, "1 4 8 31 32 44"),
                arguments(GatewayKind.UNIFI, hostapd, "31 44"),
                arguments(GatewayKind.HOSTAPD, hostapd, "31 44"),
                arguments(GatewayKind.OMADA, hostapd, "31 44"),
                arguments(GatewayKind.OTHER, any, "1 4 8 31 32 44"),
                arguments(GatewayKind.CISCO, finding(4, 6, 31), "4 6 31"),
                arguments(GatewayKind.ARUBA, finding(4, 31, 44), "4 31 44"),
                arguments(GatewayKind.RUCKUS, finding(1, 6), "1 4 6 31"),
                arguments(GatewayKind.ELTEX, any, "1 4 8 31 32 44"),
                arguments(GatewayKind.CAMBIUM, finding(1, 4, 31), "1 4 31"),
                arguments(GatewayKind.FORTINET, finding(1, 8), "1 8"),
                arguments(GatewayKind.MERAKI, any, "1 4 8 31 32 44"));
    }

    private static ToIntFunction<Map<Integer, String>> finding(Integer... attributes) {
        return request -> FakeNas.found(request, attributes);
    }

    @ParameterizedTest
    @MethodSource("equipment")
    void eachKindIsToldAtOnceWhatItsEquipmentTakes(
            GatewayKind kind, ToIntFunction<Map<Integer, String>> rules, String attributes) throws Exception {
        try (FakeNas nas = nas(rules)) {
            online(kind, nas);
            carryOut();
            assertThat(only().endedBy()).isEqualTo(SessionEnd.PUT_OFF);
            assertThat(nas.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request.keySet().stream()
                                    .filter(type ->
                                            type != FakeNas.EVENT_TIMESTAMP && type != FakeNas.MESSAGE_AUTHENTICATOR)
                                    .map(Object::toString)
                                    .collect(Collectors.joining(" ")))
                            .isEqualTo(attributes));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoRefusesIsToldOnceMoreWhateverItsKind(GatewayKind kind) throws Exception {
        try (FakeNas nas = nas(request -> 503)) {
            online(kind, nas);
            carryOut();
            assertThat(nas.requests).hasSize(2);
            assertThat(nas.requests.getFirst().keySet())
                    .isNotEqualTo(nas.requests.getLast().keySet());
            assertThat(only().endedBy()).isEqualTo(SessionEnd.NOT_FOUND);
        }
    }

    @Test
    void routerOsIsToldTheAddress() throws Exception {
        try (FakeNas nas = nas(request -> FakeNas.routerOs(request, "10.5.50.7"))) {
            online(GatewayKind.MIKROTIK, nas);
            carryOut();
            assertThat(only().endedBy()).isEqualTo(SessionEnd.PUT_OFF);
            assertThat(nas.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .containsEntry(FakeNas.USER_NAME, "026600000002")
                            .containsEntry(FakeNas.ACCT_SESSION_ID, SESSION)
                            .doesNotContainKey(FakeNas.NAS_IP_ADDRESS));
        }
    }

    @Test
    void othersAreToldTheEquipmentsOwnNamesAndNotTheOnesThatAreSet() throws Exception {
        try (FakeNas nas = nas(request -> FakeNas.ACK)) {
            online(GatewayKind.COOVACHILLI, nas);
            carryOut();
            assertThat(nas.requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .containsEntry(FakeNas.NAS_IP_ADDRESS, "192.168.10.11")
                            .containsEntry(FakeNas.NAS_IDENTIFIER, "788a2059c699"));
        }
    }

    @Test
    void whoMissesAnAttributeIsToldThemAll() throws Exception {
        try (FakeNas nas = nas(request -> request.containsKey(FakeNas.NAS_IDENTIFIER) ? FakeNas.ACK : 402)) {
            online(GatewayKind.UNIFI, nas);
            carryOut();
            assertThat(only().endedBy()).isEqualTo(SessionEnd.PUT_OFF);
        }
    }

    @Test
    void notFoundIsBelievedUntilAReportSaysOtherwiseAndThenItIsToldAgain() throws Exception {
        try (FakeNas nas = nas(request -> 503)) {
            online(GatewayKind.UNIFI, nas);
            carryOut();
            assertThat(nas.requests).hasSize(2);
            assertThat(only().endedBy()).isEqualTo(SessionEnd.NOT_FOUND);
            assertThat(only().endedAt()).hasValue(only().seenAt());
            clock.advance(Duration.ofMinutes(6));
            report(Kind.INTERIM, Duration.ofMinutes(6));
            assertThat(only().endedAt()).isEmpty();
            carryOut();
            assertThat(nas.requests).hasSize(4);
        }
    }

    @Test
    void aRefusalThatStaysOneEndsNothing() throws Exception {
        try (FakeNas nas = nas(request -> 501)) {
            online(GatewayKind.OTHER, nas);
            carryOut();
            assertThat(nas.requests).hasSize(1);
            assertThat(only().endedAt()).isEmpty();
        }
    }

    private FakeNas nas(ToIntFunction<Map<Integer, String>> rules) throws Exception {
        return new FakeNas(SECRET, rules);
    }

    /** Nobody lets it pass, so that it is to be put off. The gateway's own address is not set. */
    private void online(GatewayKind kind, FakeNas nas) {
        NewGateway terms = new NewGateway(
                "Точки",
                kind,
                Sources.NOWHERE,
                Signs.NONE,
                nas.socket.getLocalPort(),
                SECRET,
                null,
                List.of(),
                null,
                new OwnMeanings(null, true, null));
        gateway = keys.find(gateways.add(hotel, terms).key().value()).orElseThrow();
        report(Kind.START, null);
    }

    private void report(Kind kind, @Nullable Duration lasted) {
        accounting.report(
                Objects.requireNonNull(gateway),
                new AccountingReport(
                        kind,
                        NAS,
                        SESSION,
                        device,
                        STATION,
                        "026600000002",
                        null,
                        List.of(AddressBlock.read("10.5.50.7").orElseThrow()),
                        Octets.NONE,
                        Octets.NONE,
                        new ReportedTimes(null, null, lasted),
                        null));
    }

    private void carryOut() {
        disconnects.carryOutDue();
        assertThat(disconnects.awaitRest(Duration.ofSeconds(60))).isTrue();
    }

    private DeviceSession only() {
        List<DeviceSession> all = contracts.asOwner(hotel, () -> sessions.of(hotel.id()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
