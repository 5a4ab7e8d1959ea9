package dev.propusk.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Events whose receiver fails, is slow or is none, and many nodes that send them. */
class HookFailuresTest extends HooksToAReceiver {
    @Test
    void whatFailsIsTriedAgainAfterGrowingPausesAndGivenUpInTheEnd() {
        answer = 500;
        trial();
        deliver();
        deliver();
        assertThat(received).hasSize(1);
        assertThat(log().getFirst())
                .satisfies(one -> assertThat(one.state()).isEqualTo(DeliveryState.WAITING))
                .satisfies(one -> assertThat(one.status()).isEqualTo(500))
                .satisfies(
                        one -> assertThat(one.next()).isEqualTo(clock.instant().plusSeconds(10)));
        clock.advance(Duration.ofSeconds(10));
        answer = 204;
        deliver();
        assertThat(log().getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(received)
                .hasSize(2)
                .extracting(Received::event)
                .containsOnly(received.getFirst().event());
        assertThat(received)
                .extracting(Received::body)
                .containsOnly(received.getFirst().body());

        answer = 302;
        trial();
        for (int i = 0; i < 12; i++) {
            deliver();
            clock.advance(Duration.ofHours(25));
        }
        assertThat(log().getFirst())
                .satisfies(one -> assertThat(one.state()).isEqualTo(DeliveryState.GIVEN_UP))
                .satisfies(one -> assertThat(one.status()).isEqualTo(302))
                .satisfies(one -> assertThat(one.attempts()).isEqualTo(11));
        assertThat(received).extracting(Received::path).containsOnly("/propusk");
    }

    @Test
    void anAnswerThatDripsOrNeverEndsCostsNoMoreThanItsTime() {
        goTo("/drip");
        trial();
        goTo("/flood");
        trial();
        long start = System.nanoTime();
        deliver();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        goTo("/silence");
        trial();
        deliver();
        assertThat(log().getFirst().reason()).isEqualTo(DeliveryFailure.TIMEOUT);
    }

    @Test
    void severalNodesNeverDeliverTheSameEventAtTheSameTime() throws Exception {
        for (int i = 0; i < 40; i++) {
            trial();
        }
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                Deliverer node = deliverer(new HookSettings(true, List.of(), Duration.ofSeconds(2)));
                nodes.execute(() -> deliver(node));
            }
            nodes.shutdown();
            assertThat(nodes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(received).hasSize(40).extracting(Received::event).doesNotHaveDuplicates();
    }

    @Test
    void anEventIsWrittenWithWhatHappenedOrNotAtAll() {
        Contract cafe = contracts.open();
        generate(1, Reuse.SINGLE_USE, Term.UNLIMITED);
        assertThat(log()).isEmpty();
        contracts.asOwner(hotel, () -> {
            hooks.remove(hotel.id());
            return true;
        });
        Token token = generate(1, Reuse.SINGLE_USE, Term.UNLIMITED).getFirst();
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        assertThat(log()).isEmpty();
        assertThat(contracts.asOwner(cafe, () -> hooks.deliveries(cafe.id()))).isEmpty();
    }

    @Test
    void theApplicationItselfRefusesAnAddressOnThisMachine() {
        contracts.asOwner(
                hotel,
                () -> hooks.set(
                        hotel.id(),
                        "https://localhost:" + pms.getAddress().getPort(),
                        2,
                        hooks.find(hotel.id()).orElseThrow()));
        trial();
        deliver(context.getBean(Deliverer.class));
        assertThat(log().getFirst().reason()).isEqualTo(DeliveryFailure.REFUSED);
        assertThat(received).isEmpty();
        assertThatThrownBy(
                        () -> contracts.asOwner(hotel, () -> hooks.set(hotel.id(), "http://pms.example.com/", 2, null)))
                .isInstanceOf(InvalidHookAddressException.class);
    }

    private List<Delivery> log() {
        return contracts.asOwner(hotel, () -> hooks.deliveries(hotel.id()));
    }
}
