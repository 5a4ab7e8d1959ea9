package dev.propusk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.print.Sheets;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What costs much has its turn, and no contract's work keeps another's waiting (door 2). */
@PropuskTest
class CostlyWorkTest {
    @Autowired
    CostlyWork costly;

    @Autowired
    Sheets sheets;

    @Autowired
    Generation generation;

    @Autowired
    TestContracts contracts;

    @Test
    void ofOneOwnersWorksTwoAreUnderWayAtOnce() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier two = new CyclicBarrier(2);
        CompletableFuture<?>[] all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> costly.of("hotel", () -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            meet(two);
                            return now.decrementAndGet();
                        }),
                        work -> Thread.ofVirtual().start(work)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertThat(most).hasValue(2);
    }

    @Test
    void aContractWhoseSheetsAreUnderWayKeepsNoOtherWaiting() throws Exception {
        Contract busy = contracts.open();
        Contract hotel = contracts.open();
        TokenRequest request = new TokenRequest(1, Reuse.SINGLE_USE, Term.ofDays(1), null, null);
        contracts.asOwner(hotel, () -> generation.generate(hotel.id(), request));
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread.ofVirtual()
                    .start(() -> costly.of(busy.id(), () -> {
                        begun.countDown();
                        return await(done);
                    }));
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(contracts.asOwner(
                        hotel,
                        () -> sheets.print(hotel.id(), SheetRequest.allUnused()).tokens()))
                .isEqualTo(1);
        done.countDown();
    }

    @Test
    void whatAComputationThrowsIsThrown() {
        assertThatThrownBy(() -> costly.compute(() -> {
                    throw new IllegalStateException("as it was");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("as it was");
        assertThat(costly.compute(() -> Thread.currentThread().isVirtual())).isFalse();
    }

    private static void meet(CyclicBarrier other) {
        try {
            other.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
