package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    @Test
    void idsAreOfVersionSevenEachAnotherAndInTheOrderInWhichTheyWereMade() {
        List<UUID> ids = Stream.generate(TimeOrderedId::next).limit(1_000).toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(ids.stream().map(id -> id.getMostSignificantBits() >>> 16)).isSorted();
    }
}
