package dev.propusk.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestClock;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ChangesTest {
    private final ContractId hotel = ContractId.next();
    private final List<String> told = new ArrayList<>();
    private final List<UUID> journal = new ArrayList<>();
    private int looks;
    private boolean away;
    private final TestClock clock = new TestClock();

    private final Changes changes = new Changes(clock);

    @Test
    void allPagesThatShowTheSameShareOneLookAndNobodyLooksForNoPage() {
        changes.look();
        assertThat(looks).isZero();
        Runnable first = changes.watch(hotel, this::newest, watcher("first"));
        Runnable second = changes.watch(hotel, this::newest, watcher("second"));
        assertThat(looks).isEqualTo(1);
        changes.look();
        assertThat(looks).isEqualTo(2);
        journal.add(UUID.randomUUID());
        changes.look();
        assertThat(told).containsExactlyInAnyOrder("first changed", "second changed");
        first.run();
        second.run();
        changes.look();
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void whatWasThereBeforeIsNoChangeAndAChangeIsToldOnceMoreWhenItIsNoLongerRecent() {
        journal.add(UUID.randomUUID());
        changes.watch(hotel, this::newest, watcher("page"));
        changes.look();
        changes.look();
        assertThat(told).isEmpty();
        journal.add(UUID.randomUUID());
        changes.look();
        changes.look();
        assertThat(told).hasSize(1);
        clock.advance(Duration.ofSeconds(62));
        changes.look();
        changes.look();
        assertThat(told).hasSize(2);
    }

    @Test
    void aLostDatabaseIsToldOnceAndItsReturnToo() {
        changes.watch(hotel, this::newest, watcher("page"));
        changes.look();
        away = true;
        changes.look();
        changes.look();
        assertThat(told).containsExactly("page away");
        away = false;
        changes.look();
        changes.look();
        assertThat(told).containsExactly("page away", "page changed");
    }

    private Set<UUID> newest() {
        looks++;
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        return Set.copyOf(journal);
    }

    private Changes.Watcher watcher(String name) {
        return new Changes.Watcher() {
            @Override
            public void changed() {
                told.add(name + " changed");
            }

            @Override
            public void databaseAway() {
                told.add(name + " away");
            }
        };
    }
}
