package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.StatementCount;
import dev.propusk.StatementCount.Counted;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.base.NetworkAddress;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.origin.Asked;
import dev.propusk.gateway.origin.Signs;
import dev.propusk.gateway.origin.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many gateways at one address: saved at once, and told from each other packet by packet. */
@PropuskTest
class SharedAddressesTest {
    private static final String SECRET = "shared-for-tests";
    private static final int AT_ONCE = 16;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    @Autowired
    RadiusGateways radius;

    @Autowired
    SharedAddresses addresses;

    @Autowired
    StatementCount statements;

    /** Half of them call themselves one name and half another; of each half one is saved. */
    @Test
    void ofThoseThatAreSavedAtOnceAndCouldNotBeToldOneIsLeft() throws Exception {
        String place = address();
        List<SharedAddressException> refused = savedAtOnce(i -> gateway(place, "gw-" + i % 2, SECRET));
        assertThat(refused)
                .hasSize(AT_ONCE - 2)
                .allSatisfy(e -> assertThat(e.wrong()).isEqualTo(SharedAddressException.Wrong.SIGN));
        assertThat(radius.asking(NetworkAddress.parse(place), Asked.by(Optional.of("gw-0")))
                        .chosen())
                .isPresent();
        assertThat(radius.asking(NetworkAddress.parse(place), Asked.by(Optional.of("gw-1")))
                        .chosen())
                .isPresent();
    }

    @Test
    void anAddressHasOneSecretThoughManyAreSavedAtOnce() throws Exception {
        String place = address();
        List<SharedAddressException> refused = savedAtOnce(i -> gateway(place, "gw-" + i, SECRET + "-" + i));
        assertThat(refused)
                .hasSize(AT_ONCE - 1)
                .allSatisfy(e -> assertThat(e.wrong()).isEqualTo(SharedAddressException.Wrong.SECRET));
        assertThat(radius.secretAt(NetworkAddress.parse(place)).chosen()).isPresent();
    }

    @Test
    void aPacketAsksTheDatabaseAsOftenWithTwoHundredContractsAtItsAddressAsWithOne() {
        String place = address();
        gateways.add(contracts.open(), gateway(place, "gw-0", SECRET));
        Counted alone = packet(place);
        List<Contract> networks =
                IntStream.range(1, 200).mapToObj(i -> contracts.open()).toList();
        IntStream.range(1, 200).forEach(i -> gateways.add(networks.get(i - 1), gateway(place, "gw-" + i, SECRET)));

        Counted crowded = packet(place);
        assertThat(crowded.statements()).isEqualTo(alone.statements()).isEqualTo(2);
        assertThat(statements
                        .during(() -> addresses.settle(null, GatewayChange.to(gateway(place, "gw-200", SECRET))))
                        .statements())
                .as("to be set up there")
                .isLessThanOrEqualTo(6);
    }

    private Counted packet(String place) {
        return statements.during(() -> assertThat(
                        radius.asking(NetworkAddress.parse(place), Asked.by(Optional.of("gw-0")))
                                .chosen())
                .isPresent());
    }

    private static String address() {
        byte[] some = TestContracts.device().bytes();
        return "127.7." + (some[4] & 0xFF) + "." + (some[5] & 0xFF);
    }

    private static NewGateway gateway(String place, String name, String secret) {
        return new NewGateway(
                name,
                GatewayKind.OTHER,
                Sources.parse(place),
                Signs.by(Optional.of(name)),
                1,
                secret,
                null,
                List.of(),
                null);
    }

    /** What was refused, each in a network of its own. */
    private List<SharedAddressException> savedAtOnce(IntFunction<NewGateway> terms) throws Exception {
        List<Contract> networks =
                IntStream.range(0, AT_ONCE).mapToObj(i -> contracts.open()).toList();
        return atOnce(IntStream.range(0, AT_ONCE)
                .<Runnable>mapToObj(i -> () -> gateways.add(networks.get(i), terms.apply(i)))
                .toList());
    }

    private static List<SharedAddressException> atOnce(List<Runnable> saves) throws Exception {
        CyclicBarrier start = new CyclicBarrier(saves.size());
        List<SharedAddressException> refused = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(saves.size())) {
            Stream<Future<?>> begun = saves.stream()
                    .<Future<?>>map(save -> threads.submit(() -> {
                        start.await();
                        save.run();
                        return null;
                    }));
            for (Future<?> one : begun.toList()) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(SharedAddressException.class);
                    refused.add((SharedAddressException) e.getCause());
                }
            }
        }
        return refused;
    }
}
