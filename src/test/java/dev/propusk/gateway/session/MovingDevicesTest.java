package dev.propusk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.GatewayKeys;
import dev.propusk.gateway.session.AccountingReport.Kind;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A device at two gateways of a contract and at two contracts, with reports that come twice, late, out of order or never (rule 10). */
@PropuskTest
class MovingDevicesTest {
    private static final int HISTORIES = Integer.getInteger("propusk.histories", 100);

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
    Annulments ending;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<Contract> networks = new ArrayList<>();
    private final List<GatewayCaller> equipment = new ArrayList<>();

    @BeforeEach
    void openTwoNetworksWithTwoGatewaysEach() {
        for (int i = 0; i < 2; i++) {
            Contract network = contracts.open();
            networks.add(network);
            for (int j = 0; j < 2; j++) {
                equipment.add(keys.find(gateways.add(network).key().value()).orElseThrow());
            }
        }
    }

    /** In minutes of a history. */
    private record Visit(int network, int gateway, int from, int to) {}

    private record Step(int at, Runnable event) {}

    @Test
    void aTokenEndsByAVisitElsewhereThatBeganAfterItWasActivatedWheneverThatIsHeardAndByNothingElse() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            new Story(seed).tell();
        }
    }

    /** One device, its visits and its tokens, and what its gateways sent of that. */
    private final class Story {
        private final int seed;
        private final Random random;
        private final MacAddress device = TestContracts.device();
        private final Instant beginning = clock.instant();
        private final List<Step> steps = new ArrayList<>();
        private final List<Visit> heard = new ArrayList<>();
        private final Map<Token, Integer> activated = new LinkedHashMap<>();

        Story(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void tell() {
            IntStream.rangeClosed(1, 1 + random.nextInt(4)).forEach(this::visit);
            IntStream.rangeClosed(1, 1 + random.nextInt(3)).forEach(any -> activation());
            Collections.shuffle(steps, random);
            steps.sort(Comparator.comparingInt(Step::at));
            for (Step step : steps) {
                clock.advance(Duration.between(clock.instant(), minute(step.at)));
                step.event.run();
            }
            activated.forEach(this::compare);
            clock.advance(Duration.ofHours(2));
        }

        private Instant minute(int at) {
            return beginning.plus(Duration.ofMinutes(at));
        }

        /** At an even minute, tokens at odd ones: which came first is never open. */
        private void visit(int number) {
            int gateway = random.nextInt(equipment.size());
            int from = 2 * random.nextInt(30);
            Visit visit = new Visit(gateway / 2, gateway, from, from + 2 + random.nextInt(40));
            List<Step> sent = new ArrayList<>();
            send(sent, visit, number, Kind.START, visit.from);
            send(sent, visit, number, Kind.INTERIM, (visit.from + visit.to) / 2);
            send(sent, visit, number, Kind.STOP, visit.to);
            if (!sent.isEmpty()) {
                heard.add(visit);
            }
            steps.addAll(sent);
        }

        private void send(List<Step> sent, Visit visit, int number, Kind kind, int at) {
            int times = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2);
            for (int i = 0; i < times; i++) {
                int late = random.nextBoolean() ? 0 : random.nextInt(60);
                ReportedTimes told =
                        new ReportedTimes(Duration.ofMinutes(late), null, Duration.ofMinutes(at - visit.from));
                sent.add(new Step(
                        at + late,
                        () -> accounting.report(
                                equipment.get(visit.gateway), report(kind, seed + "-" + number, device, told))));
            }
        }

        private void activation() {
            int at = 1 + 2 * random.nextInt(40);
            int network = random.nextInt(networks.size());
            steps.add(new Step(at, () -> activated.put(activate(networks.get(network), device), at)));
        }

        private void compare(Token token, int at) {
            boolean left = heard.stream()
                    .anyMatch(visit ->
                            visit.from > at && !networks.get(visit.network).id().equals(token.contract()));
            assertThat(state(token))
                    .as("history %d, a token of minute %d, %s", seed, at, heard)
                    .isEqualTo(left ? TokenState.ANNULLED : TokenState.ACTIVE);
        }
    }

    @Test
    void theSessionsAtBothGatewaysOfAContractEndWithTheToken() {
        MacAddress device = TestContracts.device();
        Token token = activate(networks.getFirst(), device);
        accounting.report(equipment.get(0), report(Kind.START, "1", device, ReportedTimes.NONE));
        accounting.report(equipment.get(1), report(Kind.START, "1", device, ReportedTimes.NONE));
        accounting.report(equipment.get(0), report(Kind.INTERIM, "1", device, ReportedTimes.NONE));
        assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
        contracts.asOwner(
                networks.getFirst(), () -> ending.annul(networks.getFirst().id(), token.id(), false));
        assertThat(jdbc.sql("select gateway_id from disconnect where contract_id = ? and reason = 'TOKEN_ANNULLED'")
                        .param(networks.getFirst().id().value())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(
                        equipment.get(0).gateway().value(),
                        equipment.get(1).gateway().value());
    }

    /** Each network says that the device came to it after the other's token was activated. */
    @Test
    void atTwoContractsAtOnceItLosesBothHoweverManyReportsComeTogether() throws Exception {
        MacAddress device = TestContracts.device();
        List<Token> both =
                networks.stream().map(network -> activate(network, device)).toList();
        clock.advance(Duration.ofMinutes(1));
        CyclicBarrier start = new CyclicBarrier(16);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> begun = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                GatewayCaller gateway = equipment.get(i % 4);
                begun.add(threads.submit(() -> {
                    start.await();
                    accounting.report(gateway, report(Kind.START, "1", device, ReportedTimes.NONE));
                    return null;
                }));
            }
            for (Future<?> one : begun) {
                one.get();
            }
        }
        assertThat(both).allSatisfy(token -> assertThat(state(token)).isEqualTo(TokenState.ANNULLED));
        assertThat(jdbc.sql("select count(*) from device_session where mac = ?")
                        .param(device.bytes())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    private TokenState state(Token token) {
        Contract network = networks.stream()
                .filter(one -> one.id().equals(token.contract()))
                .findFirst()
                .orElseThrow();
        return contracts
                .asOwner(network, () -> tokens.get(network.id(), token.id()))
                .state(clock.instant());
    }

    private Token activate(Contract network, MacAddress device) {
        Token token = contracts.asOwner(
                network,
                () -> generation
                        .generate(network.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                        .tokens()
                        .getFirst());
        return activation.activate(network.id(), token.code(), device);
    }

    private static AccountingReport report(Kind kind, String session, MacAddress device, ReportedTimes times) {
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
                Octets.NONE,
                Octets.NONE,
                times,
                null);
    }
}
