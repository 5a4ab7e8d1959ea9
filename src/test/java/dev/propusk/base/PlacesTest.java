package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.base.Places.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places<String> places = new Places<>(2, Duration.ofMillis(20));

    @Test
    void nobodyHasMoreThanItsPlacesAndTheOthersHaveTheirs() {
        Place first = places.take("hotel");
        Place second = places.take("hotel");
        assertThatThrownBy(() -> places.take("hotel")).isInstanceOf(TooMuchAtOnceException.class);
        assertThat(places.take("cafe")).isNotNull();
        second.close();
        assertThat(places.take("hotel")).isNotNull();
        first.close();
    }

    @Test
    void aBoundedMapForgetsWhatNobodyAskedForLongest() {
        BoundedMap<String, Integer> map = new BoundedMap<>(2);
        map.put("a", 1);
        map.put("b", 2);
        assertThat(map.get("a")).contains(1);
        assertThat(map.computeIfAbsent("c", key -> 3)).isEqualTo(3);
        assertThat(map.get("b")).isEmpty();
        assertThat(map.get("a")).contains(1);
        map.removeIf(value -> value == 1);
        map.remove("c");
        assertThat(map.size()).isZero();
    }
}
