package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.propusk.base.MacAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Rules 3 to 8, 11, 12, 15 and 17, as far as one token keeps them. */
class TokenTest {
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);
    private static final Instant ENTERED = ExampleTokens.MADE.plus(Duration.ofDays(400));
    private static final MacAddress PHONE = MacAddress.parse("AC:DE:48:00:00:01");
    private static final MacAddress OTHER = MacAddress.parse("AC:DE:48:00:00:02");

    @Test
    void aFreshTokenIsUnusedAndKeepsWhatWasOrdered() {
        Token token = ExampleTokens.unused(Reuse.MULTI_USE, Term.ofDays(3));
        assertThat(token.state(ENTERED)).isEqualTo(TokenState.UNUSED);
        assertThat(token.contract()).isEqualTo(ExampleTokens.HOTEL);
        assertThat(token.code()).isEqualTo(ExampleTokens.CODE);
        assertThat(token.reuse()).isEqualTo(Reuse.MULTI_USE);
        assertThat(token.term()).isEqualTo(Term.ofDays(3));
        assertThat(token.note()).contains("room 12");
        assertThat(token.reference()).contains("B-4711");
        assertThat(token.generatedAt()).isEqualTo(ExampleTokens.MADE);
        assertThat(token.generatedBy()).isEqualTo("hotel-desk");
        assertThat(token.mac()).isEmpty();
        assertThat(token.activatedAt()).isEmpty();
        assertThat(token.expiresAt()).isEmpty();
        assertThat(token.issuedAt()).isEmpty();
        assertThat(token.annulment(ENTERED)).isEmpty();
        assertThat(token.annulledAt(ENTERED)).isEmpty();
        assertThat(token.movedFrom()).isEmpty();
        assertThat(token.deletedAt()).isEmpty();
        assertThat(token.row().version()).isZero();
    }

    @Test
    void aTokenIsWhatItsRowSaysAndIsWrittenOnlyWhereAVerbHasChangedIt() {
        TokenRow row = ExampleTokens.active(Term.ofDays(1), ENTERED).row();
        Token token = new Token(row);
        assertThat(token.row()).isEqualTo(row);
        token.settle(ENTERED);
        assertThat(token.isChanged()).isFalse();
        token.annul(Annulment.BY_HAND, ENTERED);
        assertThat(token.isChanged()).isTrue();
        assertThat(new Token(token.row()).row()).isEqualTo(token.row());
    }

    @Test
    void aTimedTokenRunsWholeDaysFromItsActivationAndNeverExpiresBeforeIt() {
        Token token = ExampleTokens.unused(Reuse.SINGLE_USE, Term.ofDays(30));
        assertThat(token.state(ENTERED)).isEqualTo(TokenState.UNUSED);
        token.activate(PHONE, ENTERED);
        assertThat(token.mac()).contains(PHONE);
        assertThat(token.activatedAt()).contains(ENTERED);
        assertThat(token.expiresAt()).contains(ENTERED.plus(Duration.ofDays(30)));
    }

    @Test
    void itsEndHoldsToTheMicrosecondWhetherOrNotTheSweepHasRun() {
        Token token = ExampleTokens.active(Term.ofDays(1), ENTERED);
        Instant end = ENTERED.plus(Duration.ofDays(1));
        Instant justBefore = end.minus(MICROSECOND);
        assertThat(token.state(justBefore)).isEqualTo(TokenState.ACTIVE);
        assertThat(token.annulment(justBefore)).isEmpty();
        assertThat(token.annulledAt(justBefore)).isEmpty();
        for (Instant over : new Instant[] {end, end.plus(MICROSECOND), end.plus(Duration.ofDays(90))}) {
            assertThat(token.state(over)).isEqualTo(TokenState.ANNULLED);
            assertThat(token.annulment(over)).contains(Annulment.EXPIRED);
            assertThat(token.annulledAt(over)).contains(end);
        }
    }

    @Test
    void settlingWritesTheEndDownAtItsOwnTimeAndNotBefore() {
        Token token = ExampleTokens.active(Term.ofDays(1), ENTERED);
        Instant end = ENTERED.plus(Duration.ofDays(1));
        token.settle(end.minus(MICROSECOND));
        assertThat(token.state(ENTERED)).isEqualTo(TokenState.ACTIVE);
        token.settle(end.plusSeconds(7));
        assertThat(token.state(ENTERED)).isEqualTo(TokenState.ANNULLED);
        assertThat(token.annulment(ENTERED)).contains(Annulment.EXPIRED);
        assertThat(token.annulledAt(ENTERED)).contains(end);
    }

    @Test
    void anUnlimitedTokenEndsOnlyByHand() {
        Token token = ExampleTokens.active(Term.UNLIMITED, ENTERED);
        Instant muchLater = ENTERED.plus(Duration.ofDays(36_500));
        assertThat(token.expiresAt()).isEmpty();
        assertThat(token.state(muchLater)).isEqualTo(TokenState.ACTIVE);
        token.annul(Annulment.BY_HAND, muchLater);
        assertThat(token.annulment(muchLater)).contains(Annulment.BY_HAND);
        assertThat(token.annulledAt(muchLater)).contains(muchLater);
    }

    @ParameterizedTest
    @EnumSource(Annulment.class)
    void whatHasEndedByItsTermWasNotEndedByAnythingElse(Annulment reason) {
        Token running = ExampleTokens.active(Term.ofDays(1), ENTERED);
        Instant now = ENTERED.plusSeconds(5);
        running.annul(reason, now);
        assertThat(running.annulment(now)).contains(reason);
        assertThat(running.annulledAt(now)).contains(now);

        Token over = ExampleTokens.active(Term.ofDays(1), ENTERED);
        over.annul(reason, ENTERED.plus(Duration.ofDays(2)));
        assertThat(over.annulment(now)).contains(Annulment.EXPIRED);
        assertThat(over.annulledAt(now)).contains(ENTERED.plus(Duration.ofDays(1)));
    }

    @Test
    void eachDeviceOfAMultiUseTokenHasItsOwnEndAndTheTokenStaysReady() {
        Token ready = ExampleTokens.unused(Reuse.MULTI_USE, Term.ofDays(2));
        ready.issue(ExampleTokens.MADE.plusSeconds(60));
        Token first = ready.copyFor(TokenId.next(), PHONE, ENTERED);
        TokenId id = TokenId.next();
        Token second = ready.copyFor(id, OTHER, ENTERED.plus(Duration.ofHours(7)));
        assertThat(first.expiresAt()).contains(ENTERED.plus(Duration.ofDays(2)));
        assertThat(second.expiresAt())
                .contains(ENTERED.plus(Duration.ofHours(7)).plus(Duration.ofDays(2)));
        assertThat(second.id()).isEqualTo(id);
        assertThat(second.mac()).contains(OTHER);
        assertThat(ready.state(ENTERED)).isEqualTo(TokenState.UNUSED);
        assertThat(ready.mac()).isEmpty();
        assertThat(second.row())
                .usingRecursiveComparison()
                .comparingOnlyFields(
                        "contract",
                        "code",
                        "reuse",
                        "days",
                        "note",
                        "reference",
                        "generatedAt",
                        "generatedBy",
                        "issuedAt")
                .isEqualTo(ready.row());
    }

    @Test
    void aMoveContinuesTheActivationWithTheSameEndAndLinksBothRows() {
        Token old = ExampleTokens.active(Term.ofDays(5), ENTERED);
        TokenId id = TokenId.next();
        Instant now = ENTERED.plus(Duration.ofDays(3));
        Token moved = old.moveTo(id, OTHER, now);
        assertThat(old.state(now)).isEqualTo(TokenState.ANNULLED);
        assertThat(old.annulment(now)).contains(Annulment.MOVED_TO_NEW_MAC);
        assertThat(old.annulledAt(now)).contains(now);
        assertThat(moved.id()).isEqualTo(id);
        assertThat(moved.mac()).contains(OTHER);
        assertThat(moved.state(now)).isEqualTo(TokenState.ACTIVE);
        assertThat(moved.activatedAt()).contains(now);
        assertThat(moved.expiresAt()).isEqualTo(old.expiresAt()).isPresent();
        assertThat(moved.movedFrom()).contains(old.id());
    }

    @Test
    void aMoveOfAnUnlimitedTokenStaysUnlimited() {
        Token moved = ExampleTokens.active(Term.UNLIMITED, ENTERED).moveTo(TokenId.next(), OTHER, ENTERED);
        assertThat(moved.expiresAt()).isEmpty();
    }

    @Test
    void theFirstHandingOutCounts() {
        Token token = ExampleTokens.unused(Reuse.SINGLE_USE, Term.ofDays(1));
        token.issue(ENTERED);
        token.issue(ENTERED.plusSeconds(1));
        assertThat(token.issuedAt()).contains(ENTERED);
    }

    @Test
    void deletingHidesATokenAndEndsItIfItHasNotEnded() {
        Token unused = ExampleTokens.unused(Reuse.SINGLE_USE, Term.ofDays(1));
        unused.delete(ENTERED);
        assertThat(unused.deletedAt()).contains(ENTERED);
        assertThat(unused.annulment(ENTERED)).contains(Annulment.BY_HAND);

        Token ended = ExampleTokens.active(Term.ofDays(1), ENTERED);
        ended.annul(Annulment.OTHER_NETWORK, ENTERED);
        ended.delete(ENTERED.plusSeconds(9));
        assertThat(ended.deletedAt()).contains(ENTERED.plusSeconds(9));
        assertThat(ended.annulment(ENTERED)).contains(Annulment.OTHER_NETWORK);
        assertThat(ended.annulledAt(ENTERED)).contains(ENTERED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Annulment.class,
            names = {"OTHER_NETWORK", "MOVED_TO_NEW_MAC", "USED_UP"})
    void aDeviceThatWentElsewhereOrTookANewAddressMayComeBack(Annulment reason) {
        assertThat(endedBy(reason).barsReturn(ENTERED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Annulment.class,
            mode = Mode.EXCLUDE,
            names = {"OTHER_NETWORK", "MOVED_TO_NEW_MAC", "USED_UP"})
    void aDeviceWhoseActivationOfACodeEndedCanNotActivateTheSameCodeAgain(Annulment reason) {
        assertThat(endedBy(reason).barsReturn(ENTERED)).isTrue();
    }

    @Test
    void aTokenThatStillRunsAndOneThatNoDeviceHadBarNobody() {
        Token running = ExampleTokens.active(Term.ofDays(1), ENTERED);
        assertThat(running.barsReturn(ENTERED)).isFalse();
        assertThat(running.barsReturn(ENTERED.plus(Duration.ofDays(1)))).isTrue();
        Token unused = ExampleTokens.unused(Reuse.MULTI_USE, Term.ofDays(1));
        unused.annul(Annulment.BY_HAND, ENTERED);
        assertThat(unused.barsReturn(ENTERED)).isFalse();
    }

    @Test
    void whatIsAskedOfOneStateOnlyIsRefusedInTheOthersBySayingWhich() {
        Token token = ExampleTokens.active(Term.ofDays(1), ENTERED);
        assertThatNoException().isThrownBy(() -> token.requireState(TokenState.ACTIVE, ENTERED));
        assertThatExceptionOfType(WrongTokenStateException.class)
                .isThrownBy(() -> token.requireState(TokenState.ACTIVE, ENTERED.plus(Duration.ofDays(1))))
                .satisfies(e -> {
                    assertThat(e.token()).isEqualTo(token.id());
                    assertThat(e.state()).isEqualTo(TokenState.ANNULLED);
                });
    }

    private static Token endedBy(Annulment reason) {
        Token token = ExampleTokens.active(Term.ofDays(1), ENTERED);
        token.annul(reason, ENTERED);
        return token;
    }
}
