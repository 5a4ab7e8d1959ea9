package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 23. */
class NumberOfDevicesTest extends CodesForDevices {
    private static final int ROUNDS = 10;

    @ParameterizedTest
    @CsvSource({"2, 32", "5, 64", "10, 64"})
    void ofManyDevicesAtOnceExactlySoManyGetIn(int devices, int runners) throws Exception {
        Token token = generate(devices);
        List<Boolean> won = race(runners, i -> accepted(token.code(), TestContracts.device()));
        assertThat(won.stream().filter(in -> in)).hasSize(devices);
        assertThat(rows("ACTIVE")).isEqualTo(devices);
        assertUsedUp(token);
    }

    @Test
    void devicesThatSendItManyTimesAtOnceCountOnce() throws Exception {
        Token token = generate(3);
        List<MacAddress> family = devices(3);
        assertThat(race(48, i -> accepted(token.code(), family.get(i % 3)))).containsOnly(true);
        assertThat(rows("ACTIVE")).isEqualTo(3);
        assertUsedUp(token);
        assertThat(accepted(token.code(), TestContracts.device())).isFalse();
    }

    private void assertUsedUp(Token token) {
        Token unused = get(token);
        assertThat(unused.annulment(clock.instant())).contains(Annulment.USED_UP);
        assertThat(unused.devicesEntered()).isEqualTo(unused.uses().devices());
        assertThat(unused()).isZero();
        assertThat(journal("token.annulled")).singleElement().asString().contains("USED_UP");
    }

    @Test
    void untilTheLastDeviceItCountsAsOneUnusedToken() {
        Token token = generate(3);
        for (int i = 1; i <= 2; i++) {
            activate(token.code(), TestContracts.device());
            assertThat(unused()).isOne();
            assertThat(get(token).state(clock.instant())).isEqualTo(TokenState.UNUSED);
            assertThat(get(token).devicesEntered()).isEqualTo(i);
        }
        activate(token.code(), TestContracts.device());
        assertUsedUp(token);
        assertThatThrownBy(() -> activate(token.code(), TestContracts.device())).hasMessage("USED_UP");
    }

    @Test
    void whoComesBackFromAnotherNetworkIsNoOtherDevice() {
        Token token = generate(2);
        List<MacAddress> family = devices(2);
        family.forEach(device -> activate(token.code(), device));
        toAnotherNetwork(family.getFirst());
        assertThat(rows("ACTIVE")).isOne();
        assertThat(accepted(token.code(), TestContracts.device())).isFalse();
        assertThat(accepted(token.code(), family.getFirst())).isTrue();
        assertThat(rows("ACTIVE")).isEqualTo(2);
        assertThat(journal("token.annulled")).hasSize(2);
    }

    @Test
    void whoWasEndedFreesNoPlaceAndCanNotComeBack() {
        Token token = generate(2);
        MacAddress ended = TestContracts.device();
        Token row = activate(token.code(), ended);
        asOwner(() -> ending.annul(hotel.id(), row.id(), false));
        activate(token.code(), TestContracts.device());
        assertUsedUp(token, 2);
        assertThat(accepted(token.code(), ended)).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(rows("ACTIVE")).isOne();
    }

    private void assertUsedUp(Token token, int annulments) {
        assertThat(get(token).annulment(clock.instant())).contains(Annulment.USED_UP);
        assertThat(unused()).isZero();
        assertThat(journal("token.annulled")).hasSize(annulments);
    }

    @Test
    void aMoveCountsOnceAndTheOldAddressIsAnotherDeviceFromThenOn() {
        Token token = generate(3);
        MacAddress old = TestContracts.device();
        Token moved = move(activate(token.code(), old), TestContracts.device());
        move(moved, TestContracts.device());
        assertThat(get(token).devicesEntered()).isOne();
        assertThat(accepted(token.code(), old)).isTrue();
        assertThat(get(token).devicesEntered()).isEqualTo(2);
        activate(token.code(), TestContracts.device());
        assertUsedUp(token);
        assertThat(rows("ACTIVE")).isEqualTo(3);
    }

    @Test
    void whatMovedToADeviceOfTheSameCodeWasOneDeviceOfTwoAddresses() {
        Token token = generate(3);
        MacAddress known = TestContracts.device();
        activate(token.code(), known);
        toAnotherNetwork(known);
        move(activate(token.code(), TestContracts.device()), known);
        assertThat(get(token).devicesEntered()).isOne();
        assertThat(race(3, token)).isEqualTo(2);
        assertThat(rows("ACTIVE")).isEqualTo(3);
    }

    private int race(int runners, Token token) {
        return (int) devices(runners).stream()
                .filter(device -> accepted(token.code(), device))
                .count();
    }

    @Test
    void movesInTheMiddleOfTheRushMakeNoPlace() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Token token = generate(5);
            AtomicReference<Token> first = new AtomicReference<>(activate(token.code(), TestContracts.device()));
            List<Boolean> in = race(24, i -> {
                if (i % 6 == 0) {
                    return moved(first);
                }
                return accepted(token.code(), TestContracts.device());
            });
            assertThat(in).contains(true, false);
            assertThat(live(token)).isEqualTo(5);
            assertThat(get(token).annulment(clock.instant())).contains(Annulment.USED_UP);
            assertThat(get(token).devicesEntered()).isEqualTo(5);
            assertThat(unused()).isZero();
        }
    }

    private boolean moved(AtomicReference<Token> row) {
        Token before = Objects.requireNonNull(row.get());
        try {
            return row.compareAndSet(before, move(before, TestContracts.device()));
        } catch (WrongTokenStateException e) {
            return false;
        }
    }

    @Test
    void anAnnulmentOfTheCodeAndItsDevicesNeverLeavesALiveOneBehind() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Token token = generate(10);
            Token other = generate(10);
            List<MacAddress> before = devices(9);
            before.forEach(device -> activate(other.code(), device));
            before.forEach(this::toAnotherNetwork);
            race(24, i -> switch (i) {
                case 11 -> annul(token);
                case 12 -> annul(other);
                default ->
                    accepted(
                            i % 2 == 0 ? token.code() : other.code(),
                            i < 18 && i % 2 == 1 ? before.get(i / 2) : TestContracts.device());
            });
            assertThat(live(token)).isZero();
            assertThat(live(other)).isZero();
            assertThat(unused()).isZero();
            assertThat(before).noneMatch(device -> accepted(other.code(), device));
        }
    }

    @Test
    void oneThatIsUsedUpAndAnnulledOrDeletedLetsNobodyBackIn() {
        for (boolean deleted : new boolean[] {false, true}) {
            Token token = generate(2);
            List<MacAddress> family = devices(2);
            family.forEach(device -> activate(token.code(), device));
            toAnotherNetwork(family.getFirst());
            if (deleted) {
                asOwner(() -> delete(token));
            } else {
                annul(token);
            }
            assertThat(accepted(token.code(), family.getFirst())).isFalse();
            assertThat(live(token)).isEqualTo(deleted ? 1 : 0);
        }
    }
}
