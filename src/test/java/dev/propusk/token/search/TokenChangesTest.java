package dev.propusk.token.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.TestClock;
import dev.propusk.journal.History;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.security.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class TokenChangesTest {
    private final ContractId hotel = ContractId.next();
    private final List<String> told = new ArrayList<>();
    private final List<UUID> journal = new ArrayList<>();
    private int looks;
    private boolean away;
    private final TestClock clock = new TestClock();

    private final TokenChanges changes = new TokenChanges(
            new History() {
                @Override
                public List<HistoryEntry> of(ContractId contract, Collection<UUID> subjects, int most) {
                    return List.of();
                }

                @Override
                public Optional<HistoryEntry> latest(
                        @Nullable ContractId contract,
                        @Nullable UUID subject,
                        Collection<String> actions,
                        Instant since) {
                    return Optional.empty();
                }

                @Override
                public List<HistoryEntry> since(
                        @Nullable ContractId contract,
                        UUID subject,
                        Collection<String> actions,
                        Instant since,
                        int most) {
                    return List.of();
                }

                @Override
                public List<UUID> newest(ContractId contract, int most) {
                    looks++;
                    if (away) {
                        throw new DataAccessResourceFailureException("away");
                    }
                    return List.copyOf(journal);
                }
            },
            clock);

    @Test
    void allPagesOfAContractShareOneLookAndNobodyLooksForNoPage() {
        changes.look();
        assertThat(looks).isZero();
        Runnable first = changes.watch(hotel, watcher("first"));
        Runnable second = changes.watch(hotel, watcher("second"));
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
        changes.watch(hotel, watcher("page"));
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
        changes.watch(hotel, watcher("page"));
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

    private TokenChanges.Watcher watcher(String name) {
        return new TokenChanges.Watcher() {
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
