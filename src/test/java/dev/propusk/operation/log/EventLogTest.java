package dev.propusk.operation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.account.signin.SignInSteps;
import dev.propusk.api.key.TestKeys;
import dev.propusk.base.MacAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.data.InstantConverter;
import dev.propusk.gateway.disconnect.Disconnects;
import dev.propusk.operation.BackupSeen;
import dev.propusk.security.HalfSignedIn;
import dev.propusk.security.KeyScope;
import dev.propusk.security.Role;
import dev.propusk.token.DueToken;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokensExpired;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.webhook.Hooks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Each thing that matters is one line, and whatever is said of it is no secret. */
@PropuskTest
class EventLogTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    TestKeys keys;

    @Autowired
    TestClock clock;

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
    SignInSteps steps;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    @LocalServerPort
    int port;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger everything = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private Contract hotel;
    private MockMvc web;

    @BeforeEach
    void listen() {
        hotel = contracts.open();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        lines.start();
        everything.addAppender(lines);
    }

    @AfterEach
    void stop() {
        everything.detachAppender(lines);
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoSignsInAndWhoIsRefusedIsTold() throws Exception {
        String owner = contracts.login(hotel, Role.OWNER);
        web.perform(formLogin("/login").user(owner).password(TestContracts.PASSWORD));
        assertThat(fields(one("account.signed-in", Level.INFO)))
                .containsEntry("propusk.username", owner)
                .containsEntry("propusk.contract", hotel.id().toString());
        web.perform(formLogin("/login").user(owner).password("a wrong password"));
        assertThat(fields(one("account.sign-in-refused", Level.WARN)))
                .containsEntry("propusk.username", owner)
                .containsEntry("propusk.address", "127.0.0.1")
                .containsEntry("propusk.reason", "wrong");
        assertSaysNone("a wrong password", TestContracts.PASSWORD);
    }

    @Test
    void eachEntryOfTheJournalLeavesAsALineThatNamesIt() {
        contracts.suspend(hotel.id());
        Map<String, Object> line = fields(one("contract.suspended", Level.INFO));
        assertThat(jdbc.sql("select count(*) from journal where id = ? and at = ? and contract_id = ?")
                        .params(
                                UUID.fromString(line.get("propusk.entry").toString()),
                                InstantConverter.toUtc(Instant.parse(
                                        line.get("propusk.written").toString())),
                                hotel.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatACallerChoseBeginsNoLineAndTurnsNoWriting() {
        new LogLine("test")
                .with("name", "a\u0085b\u2028c\u202ed\u009be\nf")
                .write(LoggerFactory.getLogger(EventLog.class), org.slf4j.event.Level.INFO);
        assertThat(fields(one("test", Level.INFO))).containsEntry("propusk.name", "a b c d e f");
    }

    @Test
    void aPasswordTypedForALoginIsNotTold() throws Exception {
        web.perform(formLogin("/login").user(TestContracts.PASSWORD).password("x"));
        assertThat(fields(one("account.sign-in-refused", Level.WARN))).doesNotContainKey("propusk.username");
        assertSaysNone(TestContracts.PASSWORD);
    }

    @Test
    void guessingPasswordsIsToldAsSuch() throws Exception {
        String owner = contracts.login(hotel, Role.OWNER);
        for (int i = 0; i < 9; i++) {
            web.perform(formLogin("/login").user(owner).password("wrong " + i));
        }
        List<ILoggingEvent> refused = of("account.sign-in-refused");
        assertThat(refused).hasSize(9);
        assertThat(fields(refused.getLast())).containsEntry("propusk.reason", "too-many");
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void aWrongSecondFactorIsTold() {
        String owner = contracts.login(hotel, Role.OWNER);
        HalfSignedIn half = new HalfSignedIn(contracts.user(owner), false);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(half, null));
        assertThat(steps.give("246813")).isFalse();
        assertThat(fields(one("account.second-factor-refused", Level.WARN)))
                .containsEntry("propusk.username", owner)
                .containsEntry("propusk.reason", "wrong");
        assertSaysNone("246813");
    }

    @Test
    void aKeyThatOpensNothingIsTold() throws Exception {
        assertThat(call("/api/v1/quota", "pk_live_wrongwrongwrong")).isEqualTo(401);
        assertThat(fields(one("key.refused", Level.WARN)))
                .containsEntry("propusk.door", "api")
                .containsEntry("propusk.address", "127.0.0.1");
        lines.list.clear();
        String narrow = keys.of(hotel, KeyScope.TOKENS_READ);
        lines.list.clear();
        assertThat(post("/api/v1/tokens", narrow, "{\"count\":1,\"reuse\":\"SINGLE_USE\",\"days\":1}"))
                .isEqualTo(403);
        assertThat(fields(one("key.refused", Level.WARN)))
                .containsEntry("propusk.key", "Касса")
                .containsEntry("propusk.scope", "tokens:write");
        lines.list.clear();
        assertThat(post("/gateway/v1/connect", "gk_wrongwrongwrong", "{\"mac\":\"AC:DE:48:01:02:03\"}"))
                .isEqualTo(401);
        assertThat(fields(one("key.refused", Level.WARN))).containsEntry("propusk.door", "gateway");
        assertSaysNone("wrongwrongwrong", narrow, "AC:DE:48:01:02:03");
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
        assertThat(activated.get("propusk.mac").toString())
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
        List<DueToken> due = List.of(new DueToken(hotel.id(), new TokenId(TimeOrderedId.next()), device));
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

    private ILoggingEvent one(String action, Level level) {
        List<ILoggingEvent> found = of(action);
        assertThat(found).as(action).hasSize(1);
        assertThat(found.getFirst().getLevel()).isEqualTo(level);
        assertThat(found.getFirst().getThrowableProxy()).isNull();
        return found.getFirst();
    }

    private List<ILoggingEvent> of(String action) {
        return List.copyOf(lines.list).stream()
                .filter(line -> isOurs(line) && action.equals(fields(line).get("propusk.action")))
                .toList();
    }

    private void awaitLine(String action) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !of(action).isEmpty());
    }

    private static boolean isOurs(ILoggingEvent line) {
        return line.getLoggerName().equals(EventLog.class.getName());
    }

    private static Map<String, Object> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, EventLogTest::value));
    }

    private static Object value(KeyValuePair pair) {
        return pair.value;
    }

    private void assertSaysNone(String... secrets) {
        assertThat(List.copyOf(lines.list))
                .allSatisfy(line -> assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
                        .doesNotContain(secrets));
    }

    private int call(String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key));
    }

    private int post(String path, String key, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    /** A job, which is not ours to call. */
    private void run(String bean, String job) throws ReflectiveOperationException {
        Object found = context.getBean(bean);
        var method = found.getClass().getDeclaredMethod(job);
        method.setAccessible(true);
        method.invoke(found);
    }
}
