package dev.propusk.operation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.disconnect.Disconnects;
import dev.propusk.operation.BackupSeen;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokensExpired;
import dev.propusk.token.TokensExpired.Due;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.webhook.Hooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each thing that matters is one line, and whatever is said of it is no secret. */
class EventLogTest extends LoggedEvents {
    @Autowired
    TestGateways gateways;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments annulments;

    @Autowired
    Hooks hooks;

    @Autowired
    Disconnects disconnects;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachEntryOfTheJournalLeavesAsALineThatNamesIt() {
        contracts.suspend(hotel.id());
        Map<String, Object> line = fields(one("contract.suspended", Level.INFO));
        assertThat(jdbc.sql("select count(*) from journal where id = ? and at = ? and contract_id = ?")
                        .params(
                                UUID.fromString(String.valueOf(line.get("propusk.entry"))),
                                InstantConverter.toUtc(Instant.parse(String.valueOf(line.get("propusk.written")))),
                                hotel.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatBecomesOfATokenIsToldWithoutItsCodeAndItsDevice() {
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(2, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
        assertThat(fields(one("token.generated", Level.INFO)))
                .containsEntry("propusk.count", 2)
                .containsEntry("propusk.actor", contracts.login(hotel, Role.OWNER));
        MacAddress device = TestContracts.device();
        activation.activate(hotel.id(), token.code(), device);
        Map<String, Object> activated = fields(one("token.activated", Level.INFO));
        assertThat(activated).containsEntry("propusk.subject", token.id().toString());
        assertThat(String.valueOf(activated.get("propusk.mac")))
                .startsWith(device.toString().substring(0, 8))
                .endsWith(":**:**:**");
        contracts.asOwner(hotel, () -> annulments.annul(hotel.id(), token.id(), false));
        assertThat(fields(one("token.annulled", Level.INFO))).containsEntry("propusk.annulment", "BY_HAND");
        assertSaysNone(token.code().value(), token.code().grouped(), device.toString());
    }

    @Test
    void whatOnlyIsLookedAtIsNotTold() throws Exception {
        String key = keys.of(hotel);
        lines.list.clear();
        assertThat(call("/api/v1/quota", key)).isEqualTo(200);
        assertThat(call("/api/v1/tokens", key)).isEqualTo(200);
        assertThat(lines.list).filteredOn(EventLogTest::isOurs).isEmpty();
    }

    @Test
    void anEventThatDoesNotArriveIsTold() throws Exception {
        jdbc.sql("delete from webhook_delivery").update();
        contracts.asOwner(hotel, () -> hooks.set(hotel.id(), "https://pms.example.com/a-secret-way", 0, null));
        jdbc.sql("update webhook set url = 'https://127.0.0.1:1/a-secret-way' where contract_id = ?")
                .param(hotel.id().value())
                .update();
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(5, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        run("deliverer", "deliverDue");
        awaitLine("webhook.failed");
        assertThat(fields(one("webhook.failed", Level.INFO)))
                .containsEntry("propusk.contract", hotel.id().toString())
                .containsEntry("propusk.tries", 1)
                .containsEntry("propusk.reason", "REFUSED");
        assertSaysNone("a-secret-way");
    }

    @Test
    void aSessionThatAGatewayDoesNotEndIsTold() {
        jdbc.sql("delete from disconnect").update();
        var gateway = gateways.add(hotel).gateway();
        MacAddress device = TestContracts.device();
        jdbc.sql("""
                        insert into device_session
                            (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at)
                        values (?, ?, ?, 's', ?, ?, ?, ?)
                        """)
                .params(
                        TimeOrderedId.next(),
                        hotel.id().value(),
                        gateway.id().value(),
                        device.bytes(),
                        device.toString(),
                        InstantConverter.toUtc(clock.instant()),
                        InstantConverter.toUtc(clock.instant()))
                .update();
        List<Due> due = List.of(new Due(hotel.id(), new TokenId(TimeOrderedId.next()), device));
        transaction.executeWithoutResult(status -> events.publishEvent(new TokensExpired(due)));
        disconnects.carryOutDue();
        awaitLine("session.disconnected");
        assertThat(fields(one("session.disconnected", Level.WARN)))
                .containsEntry("propusk.gateway", "Шлюз")
                .containsEntry("propusk.answer", "NO_ADDRESS");
        assertThat(fields(one("token.expired", Level.INFO))).containsEntry("propusk.count", 1);
        assertSaysNone(device.toString());
    }

    @Test
    void sealsPurgesAndBackupsAreTold() throws Exception {
        run("sealing", "seal");
        run("sealPublication", "publish");
        assertThat(fields(one("seal.published", Level.INFO)).get("propusk.seal"))
                .asString()
                .matches("\\S+ \\d+ \\d+ \\d+ [0-9a-f]{64} [0-9a-f]{64}");
        events.publishEvent(new BackupSeen(clock.instant()));
        one("backup.done", Level.INFO);
        Token token = contracts.asOwner(
                hotel,
                () -> generation
                        .generate(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null))
                        .tokens()
                        .getFirst());
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        contracts.asOwner(hotel, () -> annulments.annul(hotel.id(), token.id(), false));
        clock.advance(Duration.ofDays(1_200));
        lines.list.clear();
        run("retention", "purge");
        assertThat(of("retention.purged"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(fields(line)).containsKey("propusk.count"));
    }

    @Test
    void whatSomebodyChoseBeginsNoLineOfItsOwn() {
        new LogLine("test.done")
                .with("name", "Касса\n2026-11-30 WARN forged 100 123 456 789")
                .write(LoggerFactory.getLogger(EventLogTest.class), org.slf4j.event.Level.INFO);
        assertThat(lines.list.getLast().getFormattedMessage())
                .isEqualTo("test.done name=\"Касса 2026-11-30 WARN forged 100******789\"");
    }

    private void awaitLine(String action) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !of(action).isEmpty());
    }

    /** A job, which is not ours to call. */
    private void run(String bean, String job) throws ReflectiveOperationException {
        Object found = context.getBean(bean);
        var method = found.getClass().getDeclaredMethod(job);
        method.setAccessible(true);
        method.invoke(found);
    }
}
