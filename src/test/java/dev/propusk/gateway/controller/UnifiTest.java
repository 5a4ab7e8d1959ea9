package dev.propusk.gateway.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.gateway.GatewayId;
import dev.propusk.security.ContractId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways to speak to a UniFi controller, over TLS. */
class UnifiTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static TestTls tls;
    private static TestTls other;

    private final MacAddress device = TestContracts.device();

    @BeforeAll
    static void makeCertificates() throws Exception {
        tls = TestTls.make(folder);
        other = TestTls.make(folder);
    }

    /** How one is reached. */
    record Way(Dialect dialect, boolean isConsole) {
        FakeUnifi fake() throws Exception {
            return new FakeUnifi(tls, isConsole);
        }

        ControllerApi to(URI address, String site, String secret, @Nullable Fingerprint pinned) {
            Controller controller = new Controller(
                    new GatewayId(UUID.randomUUID()),
                    new ContractId(UUID.randomUUID()),
                    dialect,
                    address,
                    site,
                    dialect.wantsAccount() ? "portal" : null,
                    pinned,
                    0);
            return dialect.over(new ControllerLine(address, pinned, SOON), controller, secret);
        }

        ControllerApi to(FakeUnifi fake) throws Exception {
            return to(fake.address(), "default", secret(), tls.fingerprint());
        }

        String secret() {
            return dialect.wantsAccount() ? FakeUnifi.PASSWORD : FakeUnifi.KEY;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(
                new Way(Dialect.UNIFI_KEY, true),
                new Way(Dialect.UNIFI_ACCOUNT, true),
                new Way(Dialect.UNIFI_ACCOUNT, false));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aGuestWhoIsConnectedIsLetInForMinutesAndPutOff(Way way) throws Exception {
        try (FakeUnifi fake = way.fake()) {
            fake.connect(device);
            ControllerApi api = way.to(fake);
            assertThat(api.hasGuest(device)).isTrue();
            api.letIn(device, Duration.ofDays(2));
            api.putOff(device);
            assertThat(fake.told).containsExactly("authorize " + mac() + " 2880", "unauthorize " + mac());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoIsNotThereOrIsNoGuestIsNotLetIn(Way way) throws Exception {
        try (FakeUnifi fake = way.fake()) {
            ControllerApi api = way.to(fake);
            assertThat(api.hasGuest(device)).isFalse();
            fails(ControllerFailure.CLIENT, () -> api.letIn(device, Duration.ofMinutes(1)));
            fake.connectStaff(device);
            assertThat(api.hasGuest(device)).isFalse();
            fails(ControllerFailure.CLIENT, () -> api.letIn(device, Duration.ofMinutes(1)));
            assertThat(fake.told).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anotherCertificateThanThePinnedOneGetsNoSecret(Way way) throws Exception {
        try (FakeUnifi fake = way.fake()) {
            fake.connect(device);
            fails(
                    ControllerFailure.CERTIFICATE,
                    () -> way.to(fake.address(), "default", way.secret(), other.fingerprint())
                            .hasGuest(device));
            fails(
                    ControllerFailure.CERTIFICATE,
                    () -> way.to(fake.address(), "default", way.secret(), null).hasGuest(device));
            assertThat(fake.logins).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void eachFailureIsToldByItsName(Way way) throws Exception {
        try (FakeUnifi fake = way.fake()) {
            fake.connect(device);
            fails(
                    ControllerFailure.CREDENTIAL,
                    () -> way.to(fake.address(), "default", "wrong", tls.fingerprint())
                            .hasGuest(device));
            fails(
                    ControllerFailure.SITE,
                    () -> way.to(fake.address(), "office", way.secret(), tls.fingerprint())
                            .hasGuest(device));
            ControllerApi api = way.to(fake);
            fake.refuses(503);
            fails(ControllerFailure.BUSY, () -> api.hasGuest(device));
            fake.refuses(418);
            fails(ControllerFailure.REFUSED, () -> api.hasGuest(device));
            fake.refuses(0);
            fake.isSlow(true);
            fails(ControllerFailure.SLOW, () -> api.hasGuest(device));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoIsGoneIsAway(Way way) throws Exception {
        FakeUnifi gone = way.fake();
        gone.close();
        fails(ControllerFailure.AWAY, () -> way.to(gone).hasGuest(device));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aSessionThatIsOverIsBegunAnewAndOneThatIsNotGoesOn(Way way) throws Exception {
        try (FakeUnifi fake = way.fake()) {
            fake.connect(device);
            ControllerApi api = way.to(fake);
            api.letIn(device, Duration.ofMinutes(5));
            api.letIn(device, Duration.ofMinutes(5));
            assertThat(fake.logins).hasSize(way.dialect().wantsAccount() ? 1 : 0);
            fake.endSessions();
            api.putOff(device);
            assertThat(fake.told).last().isEqualTo("unauthorize " + mac());
            assertThat(fake.logins).hasSize(way.dialect().wantsAccount() ? 2 : 0);
        }
    }

    @Test
    void theCertificateThatIsOfferedIsShown() throws Exception {
        try (FakeUnifi fake = new FakeUnifi(tls, true)) {
            OfferedCertificate offered = OfferedCertificate.of(fake.address(), SOON);
            assertThat(offered.subject()).isEqualTo("CN=unifi.local");
            assertThat(offered.fingerprint()).isEqualTo(tls.fingerprint());
            assertThat(Fingerprint.parse(offered.fingerprint().toString())).isEqualTo(tls.fingerprint());
        }
    }

    private String mac() {
        return FakeTlsController.mac(device);
    }

    private static void fails(ControllerFailure failure, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ControllerFailureException.class,
                        e -> assertThat(e.failure()).isEqualTo(failure));
    }
}
