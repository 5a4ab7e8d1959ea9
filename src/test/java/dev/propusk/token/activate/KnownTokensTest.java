package dev.propusk.token.activate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.token.Annulment;
import dev.propusk.token.CodeNotAcceptedException.Refusal;
import dev.propusk.token.ExampleTokens;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 3, 4 and 15, by what is known of a code. */
class KnownTokensTest {
    private static final Instant ENTERED = ExampleTokens.MADE.plus(Duration.ofDays(1));
    private static final Instant OVER = ENTERED.plus(Duration.ofDays(1));

    private final Token ready = ExampleTokens.unused(Reuse.MULTI_USE, Term.ofDays(1));
    private final Token own = ready.copyFor(TokenId.next(), ExampleTokens.DEVICE, ENTERED);
    private final KnownTokens both = new KnownTokens(List.of(ready, own));

    @Test
    void theSameDeviceSendingTheSameLiveTokenAgainStaysIdentified() {
        assertThat(both.live(ENTERED)).contains(own);
        assertThat(both.ready(ENTERED)).contains(ready);
        assertThat(both.barReturn(ENTERED)).isFalse();
    }

    @Test
    void aDeviceWhoseTermIsOverCanNotEnterTheSameCodeAgain() {
        assertThat(both.live(OVER)).isEmpty();
        assertThat(both.ready(OVER)).contains(ready);
        assertThat(both.barReturn(OVER)).isTrue();
    }

    @Test
    void aCodeIsRefusedAsUnknownUsedOrEnded() {
        assertThat(new KnownTokens(List.of()).whyNot(ENTERED)).isEqualTo(Refusal.UNKNOWN);
        Token used = ExampleTokens.active(Term.ofDays(1), ENTERED);
        assertThat(new KnownTokens(List.of(used)).whyNot(ENTERED)).isEqualTo(Refusal.USED);
        assertThat(new KnownTokens(List.of(used)).whyNot(OVER)).isEqualTo(Refusal.ENDED);
    }

    @Test
    void nothingStandsReadyWhereNothingIsUnused() {
        assertThat(new KnownTokens(List.of(own)).ready(ENTERED)).isEmpty();
        assertThat(new KnownTokens(List.of(ready)).live(ENTERED)).isEmpty();
    }

    @Test
    void whatIsUsedUpStandsReadyForItsOwnDevicesAlone() {
        ready.annul(Annulment.USED_UP, ENTERED);
        assertThat(both.ready(ENTERED)).contains(ready);
        KnownTokens stranger = new KnownTokens(List.of(ready));
        assertThat(stranger.ready(ENTERED)).isEmpty();
        assertThat(stranger.whyNot(ENTERED)).isEqualTo(Refusal.USED_UP);
        ready.delete(ENTERED);
        assertThat(both.ready(ENTERED)).isEmpty();
        assertThat(both.whyNot(ENTERED)).isEqualTo(Refusal.USED);
    }
}
