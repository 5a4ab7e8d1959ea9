package dev.propusk.gateway.disconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.GatewayRepository;
import dev.propusk.gateway.GatewaySecrets;
import dev.propusk.gateway.Gateways.Keyed;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.contact.Contacts;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.identification.Identification;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokensExpired;
import dev.propusk.token.TokensExpired.Due;
import dev.propusk.work.WorkQueues;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A gateway that is silent keeps no other gateway's sessions going on. */
@PropuskTest
class FairDisconnectsTest {
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    DisconnectQueue orders;

    @Autowired
    GatewayRepository repository;

    @Autowired
    GatewaySecrets secrets;

    @Autowired
    Identification identification;

    @Autowired
    Contacts contacts;

    @Autowired
    WorkQueues queues;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Disconnects disconnects;
    private volatile boolean isOver;
    private Thread job;

    @BeforeEach
    void start() {
        jdbc.sql("delete from disconnect").update();
        RadiusSettings settings = new RadiusSettings(
                Duration.ofMinutes(5),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)),
                null);
        disconnects = new Disconnects(orders, repository, secrets, identification, contacts, queues, clock, settings);
        job = Thread.ofPlatform().unstarted(() -> {
            while (!isOver) {
                disconnects.carryOutDue();
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        isOver = true;
        job.interrupt();
        job.join();
        disconnects.destroy();
        jdbc.sql("delete from disconnect").update();
    }

    @Test
    void anotherGatewaysSessionsEndWithinTwoSecondsBesideFiveHundredOfASilentOne() throws Exception {
        Contract hotel = contracts.open();
        try (Nas silent = new Nas();
                Nas other = new Nas()) {
            Keyed atSilent = gateways.add(hotel, gateway(silent));
            Keyed atOther = gateways.add(hotel, gateway(other));
            expire(hotel, atSilent, 500);
            job.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> silent.asked.get() > 0);
            expire(hotel, atOther, 1);
            await().atMost(PROMISED).until(() -> other.asked.get() > 0);
            // now that the silent one's first are waited for, too
            await().atMost(Duration.ofSeconds(20)).until(() -> silent.asked.get() > 8);
            int asked = other.asked.get();
            expire(hotel, atOther, 1);
            await().atMost(PROMISED).until(() -> other.asked.get() > asked);
        }
    }

    @Test
    void anOrderOfAnOlderNodeIsCarriedOutLikeAnother() throws Exception {
        Contract hotel = contracts.open();
        try (Nas nas = new Nas()) {
            expire(hotel, gateways.add(hotel, gateway(nas)), 1);
            jdbc.sql("update disconnect set gateway_id = null").update();
            job.start();
            await().atMost(PROMISED).until(() -> nas.asked.get() > 0);
        }
    }

    private static NewGateway gateway(Nas nas) {
        return new NewGateway(
                "Шлюз",
                GatewayKind.MIKROTIK,
                null,
                nas.socket.getLocalAddress().getHostAddress(),
                nas.socket.getLocalPort(),
                "testing-secret",
                null,
                List.of());
    }

    /** So many devices online at that gateway, whose tokens end together. */
    private void expire(Contract contract, Keyed at, int count) {
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MacAddress device = TestContracts.device();
            due.add(new Due(contract.id(), new TokenId(TimeOrderedId.next()), device));
            jdbc.sql("""
                            insert into device_session
                                (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            TimeOrderedId.next(),
                            contract.id().value(),
                            at.gateway().id().value(),
                            "s" + i,
                            device.bytes(),
                            device.toString(),
                            InstantConverter.toUtc(clock.instant()),
                            InstantConverter.toUtc(clock.instant()))
                    .update();
        }
        transaction.executeWithoutResult(status -> events.publishEvent(new TokensExpired(due)));
        assertThat(jdbc.sql("select count(*) from disconnect where gateway_id = ? and done_at is null")
                        .param(at.gateway().id().value())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(count);
    }

    /** Listens, and answers nothing. */
    private static final class Nas implements AutoCloseable {
        final AtomicInteger asked = new AtomicInteger();
        final DatagramSocket socket;

        /** Each at an address of its own. */
        private static final AtomicInteger LAST = new AtomicInteger();

        Nas() throws SocketException {
            socket = new DatagramSocket(0, InetAddress.ofLiteral("127.3.0." + LAST.incrementAndGet()));
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        socket.receive(new DatagramPacket(new byte[4096], 4096));
                        asked.incrementAndGet();
                    }
                } catch (java.io.IOException e) {
                    // closed
                }
            });
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
