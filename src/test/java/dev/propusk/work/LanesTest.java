package dev.propusk.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LanesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Lanes lanes = new Lanes(new LaneLimits(4, 2), nanos::get);

    @Test
    void aLaneThatIsNotKnownGetsOnePlaceAndAPromptOneMore() {
        UUID lane = UUID.randomUUID();
        assertThat(lanes.places().take(lane, 32)).isEqualTo(1);
        Leased row = begin(lane);
        assertThat(lanes.places().take(lane, 32)).isZero();
        lanes.end(row);
        assertThat(lanes.places().take(lane, 32)).isEqualTo(4);
        assertThat(lanes.places().take(lane, 3)).isEqualTo(3);
    }

    @Test
    void aLaneThatTakesLongIsSilentUntilItIsPromptAgain() {
        UUID lane = UUID.randomUUID();
        lanes.end(begin(lane));
        Leased slow = begin(lane);
        nanos.addAndGet(Lanes.LONG.toNanos());
        assertThat(lanes.places().take(lane, 32)).as("beside the slow one").isEqualTo(1);
        lanes.end(slow);
        assertThat(lanes.places().take(lane, 32)).isEqualTo(2);
        lanes.end(begin(lane));
        assertThat(lanes.places().take(lane, 32)).isEqualTo(4);
    }

    @Test
    void howeverManyAreSilentThereArePlacesForTheOthers() {
        List<UUID> silent = new ArrayList<>();
        for (int i = 0; i < 3 * Lanes.PLACES; i++) {
            silent.add(UUID.randomUUID());
        }
        for (int second = 0; second < 3; second++) {
            for (UUID lane : silent) {
                if (lanes.places().take(lane, 1) == 1) {
                    begin(lane);
                }
            }
            nanos.addAndGet(Lanes.LONG.toNanos());
        }
        assertThat(silent).allMatch(lane -> lanes.places().take(lane, 1) == 0);
        assertThat(lanes.places().take(UUID.randomUUID(), 1)).isEqualTo(1);
    }

    @Test
    void noMoreIsBegunThanThereIsRoomFor() {
        int begun = 0;
        for (int second = 0; second < 10; second++) {
            for (int i = 0; i < 2 * Lanes.PLACES; i++) {
                UUID lane = UUID.randomUUID();
                if (lanes.places().take(lane, 1) == 1) {
                    begin(lane);
                    begun++;
                }
            }
            nanos.addAndGet(Lanes.LONG.toNanos());
        }
        assertThat(begun).isEqualTo(Lanes.MOST);
    }

    @Test
    void withinOneLookThereAreNoMorePlacesThanWithManyForTheSilentAndForTheOthers() {
        List<UUID> silent = new ArrayList<>();
        List<Leased> slow = new ArrayList<>();
        for (int i = 0; i < 2 * Lanes.PLACES; i++) {
            silent.add(UUID.randomUUID());
            slow.add(begin(silent.get(i)));
        }
        nanos.addAndGet(Lanes.LONG.toNanos());
        slow.forEach(lanes::end);
        Lanes.Places places = lanes.places();
        assertThat(silent.stream().mapToInt(lane -> places.take(lane, 1)).sum()).isEqualTo(Lanes.PLACES);
        int others = 0;
        for (int i = 0; i < 2 * Lanes.PLACES; i++) {
            others += places.take(UUID.randomUUID(), 1);
        }
        assertThat(others).isEqualTo(Lanes.PLACES);
    }

    @Test
    void itIsAtRestWhenAllThatWasBegunHasEnded() {
        Leased row = begin(UUID.randomUUID());
        assertThat(lanes.awaitRest(Duration.ZERO)).isFalse();
        Thread.ofVirtual().start(() -> lanes.end(row));
        assertThat(lanes.awaitRest(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    @Timeout(5)
    void whoeverWaitsIsWokenByOneThatEnded() {
        lanes.end(begin(UUID.randomUUID()));
        assertThat(lanes.awaitEnd(Duration.ofSeconds(10))).isTrue();
        assertThat(lanes.awaitEnd(Duration.ZERO))
                .as("none ended, nobody interrupted")
                .isTrue();
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() {
        Leased row = begin(UUID.randomUUID());
        Thread.currentThread().interrupt();
        assertThat(lanes.awaitEnd(Duration.ofSeconds(10))).isFalse();
        assertThat(lanes.awaitRest(Duration.ofSeconds(10))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        lanes.end(row);
    }

    private Leased begin(UUID lane) {
        Leased row = new Leased(UUID.randomUUID(), lane, 1);
        lanes.begin(row);
        return row;
    }
}
