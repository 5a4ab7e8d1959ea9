package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.TestClock;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.faults.TcpProxy;
import dev.propusk.gateway.Gateways.Keyed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application is away while gateways report: FreeRADIUS takes the reports, and tells them when it is back. */
@EnabledIf("dev.propusk.gateway.FreeRadius#isInstalled")
class RadiusAwayTest extends RadiusByKey {
    private static final int DEVICES = 300;
    private static final int A_SECOND = 100;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final List<MacAddress> devices = IntStream.range(0, DEVICES)
            .mapToObj(i -> new MacAddress(device.bits() + i))
            .toList();

    private TcpProxy wire;
    private Contract hotel;
    private Keyed gateway;

    @BeforeEach
    void standBetween() throws Exception {
        wire = new TcpProxy(port);
        hotel = contracts.open();
        gateway = gateways.add(hotel, gateway(null, address, SECRET));
    }

    @AfterEach
    void goAway() throws Exception {
        wire.close();
    }

    @Test
    void noReportIsLostByAGatewayThatFreeRadiusAsksFor() throws Exception {
        start("http://127.0.0.1:" + wire.port(), key());
        reportWhileTheApplicationGoesAndComesBack();
    }

    @Test
    void noReportIsLostByAGatewayWithAKeyOfItsOwn() throws Exception {
        authPort = FreeRadius.freePort();
        acctPort = FreeRadius.freePort();
        Map<String, String> environment =
                new HashMap<>(FreeRadius.withKey("http://127.0.0.1:" + wire.port(), "", folder, authPort, acctPort));
        Path clients =
                Files.writeString(folder.resolve("clients.conf"), DeliveredRadius.client("hotel", address, gateway));
        environment.put("PROPUSK_RADIUS_CLIENTS", clients.toString());
        radius = FreeRadius.start(Path.of("docker", "freeradius"), environment);
        reportWhileTheApplicationGoesAndComesBack();
    }

    private void reportWhileTheApplicationGoesAndComesBack() throws Exception {
        CompletableFuture<String> answers = CompletableFuture.supplyAsync(this::report);
        await().until(() -> kept() > DEVICES / 10);
        wire.cut();
        await().until(this::aReportHasLainForASecond);
        assertThat(kept()).isLessThan(DEVICES);
        wire.restore();
        assertThat(answers.get().lines().filter(line -> line.startsWith("Received Accounting-Response")))
                .as("a gateway notices nothing")
                .hasSize(DEVICES);
        await().atMost(Duration.ofMinutes(1)).until(() -> kept() == DEVICES);
        assertThat(earliest()).as("when it began, and not when it was told").isBefore(clock.instant());
        await().until(this::nothingIsLeft);
    }

    /** Delays are told in whole seconds. */
    private boolean aReportHasLainForASecond() throws IOException {
        Path reports = folder.resolve("reports");
        if (!Files.exists(reports)) {
            return false;
        }
        Instant then = Instant.now().minusSeconds(2);
        try (Stream<Path> lying = Files.walk(reports)) {
            return lying.anyMatch(
                    file -> Files.isRegularFile(file) && file.toFile().lastModified() < then.toEpochMilli());
        }
    }

    private boolean nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("reports"))) {
            return left.findAny().isEmpty();
        }
    }

    /** By a clock that stands still. */
    private Instant earliest() {
        return jdbc.sql("select min(started_at) from device_session where contract_id = ?")
                .param(hotel.id().value())
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    private int kept() {
        return jdbc.sql("select count(distinct mac) from device_session where contract_id = ?")
                .param(hotel.id().value())
                .query(Integer.class)
                .single();
    }

    private String report() {
        String packets = devices.stream()
                .map(one -> "Acct-Status-Type = Start\nAcct-Session-Id = \"" + one + "\"\nCalling-Station-Id = \"" + one
                        + "\"\nPacket-Src-IP-Address = " + address + "\n")
                .collect(Collectors.joining("\n"));
        try {
            return FreeRadius.radclient(
                    acctPort, "acct", SECRET, packets, "-n", Integer.toString(A_SECOND), "-p", "8", "-t", "9");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
