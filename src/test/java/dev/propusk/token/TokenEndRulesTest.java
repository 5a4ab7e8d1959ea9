package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.token.TokensExpired.Due;
import dev.propusk.token.end.Expiry;
import dev.propusk.token.end.ExpiryTransaction;
import dev.propusk.token.end.OtherNetworks;
import dev.propusk.token.end.TokensOfClosedContracts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How tokens end, on the database: by their term, by hand, elsewhere, with their contract. */
class TokenEndRulesTest extends TokenRulesOnTheDatabase {
    @Autowired
    Expiry expiry;

    @Autowired
    ExpiryTransaction expiryTransaction;

    @Autowired
    OtherNetworks otherNetworks;

    @Autowired
    TokensOfClosedContracts closedContracts;

    @Test
    void aTimedTokenRunsWholeDaysFromItsActivationAndEndsToTheSecond() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.ofDays(3)).getFirst();
        clock.advance(Duration.ofDays(400));
        MacAddress device = TestContracts.device();
        Instant activated = clock.instant();
        assertThat(activate(token.code(), device).expiresAt()).contains(activated.plus(Duration.ofDays(3)));
        clock.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(identification.find(hotel.id(), device)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(identification.find(hotel.id(), device)).isEmpty();
        assertThat(get(token).state(clock.instant())).isEqualTo(TokenState.ANNULLED);
        assertThat(get(token).annulment(clock.instant())).contains(Annulment.EXPIRED);
    }

    @Test
    void theSweepWritesTheEndDownAtItsOwnTime() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst();
        Instant end = activate(token.code(), TestContracts.device()).expiresAt().orElseThrow();
        clock.advance(Duration.ofDays(2));
        assertThat(expiry.annulDue()).isPositive();
        assertThat(jdbc.sql("select annulment from token where id = ?")
                        .param(token.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("EXPIRED");
        assertThat(get(token).annulledAt(clock.instant())).contains(end);
        assertThat(expiry.annulDue()).isZero();
    }

    @Test
    void sweepsThatMeetEndEachTokenOnceAndTellOfItOnce() throws Exception {
        for (Token token : generate(40, Reuse.SINGLE_USE, Term.ofDays(1))) {
            activate(token.code(), TestContracts.device());
        }
        clock.advance(Duration.ofDays(2));
        race(4, i -> expiry.annulDue() >= 0);
        assertThat(jdbc.sql(
                                "select count(*) from token where contract_id = ? and annulment = 'EXPIRED' and version = 2")
                        .param(hotel.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
        assertThat(toldOf()).isEqualTo(40);
    }

    @Test
    void aBatchOfTheSweepInWhichOneHasEndedOtherwiseIsLeftAsItWas() {
        List<Token> some = generate(3, Reuse.SINGLE_USE, Term.ofDays(1));
        some.forEach(token -> activate(token.code(), TestContracts.device()));
        Instant later = clock.instant().plus(Duration.ofDays(2));
        List<Due> due = some.stream()
                .map(this::get)
                .map(token -> new Due(hotel.id(), token.id(), token.mac().orElseThrow()))
                .toList();
        asOwner(() -> ending.annul(hotel.id(), some.getFirst().id(), false));
        assertThat(expiryTransaction.annul(due)).isFalse();
        assertThat(get(some.get(1)).state(clock.instant())).isEqualTo(TokenState.ACTIVE);
        assertThat(toldOf()).isZero();
        assertThat(expiryTransaction.annul(due.subList(1, 3))).isTrue();
        assertThat(get(some.get(1)).annulment(later)).contains(Annulment.EXPIRED);
        assertThat(toldOf()).isEqualTo(2);
    }

    /** Of how many tokens of this contract the journal says that their term is over. */
    private int toldOf() {
        return jdbc.sql("""
                        select coalesce(sum(json_value(details, '$.count')), 0) from journal
                        where contract_id = ? and action = 'token.expired'
                        """).param(hotel.id().value()).query(Integer.class).single();
    }

    @Test
    void eachDeviceOfAMultiUseTokenHasItsOwnEnd() {
        TokenCode code = generate(1, Reuse.MULTI_USE, Term.ofDays(1)).getFirst().code();
        Token early = activate(code, TestContracts.device());
        clock.advance(Duration.ofHours(5));
        Token late = activate(code, TestContracts.device());
        assertThat(Duration.between(
                        early.expiresAt().orElseThrow(), late.expiresAt().orElseThrow()))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void anUnlimitedTokenEndsOnlyByHand() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.UNLIMITED).getFirst();
        MacAddress device = TestContracts.device();
        activate(token.code(), device);
        clock.advance(Duration.ofDays(3000));
        expiry.annulDue();
        assertThat(identification.find(hotel.id(), device)).isPresent();
        asOwner(() -> ending.annul(hotel.id(), token.id(), false));
        assertThat(identification.find(hotel.id(), device)).isEmpty();
    }

    @Test
    void aDeviceThatConnectsToAnotherNetworkLosesItsTokenHere() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.UNLIMITED).getFirst();
        MacAddress device = TestContracts.device();
        activate(token.code(), device);
        Contract cafe = contracts.open();
        assertThat(otherNetworks.deviceConnected(cafe.id(), device, any -> true))
                .containsExactly(token.id());
        assertThat(get(token).annulment(clock.instant())).contains(Annulment.OTHER_NETWORK);
        assertThat(journal("token.annulled"))
                .anySatisfy(entry -> assertThat(entry).contains(cafe.number()));
    }

    @Test
    void annullingOneDeviceLeavesTheOthersAndAnnullingTheTokenEndsThemIfAsked() {
        Token ready = generate(1, Reuse.MULTI_USE, Term.ofDays(1)).getFirst();
        MacAddress one = TestContracts.device();
        MacAddress other = TestContracts.device();
        Token first = activate(ready.code(), one);
        activate(ready.code(), other);
        asOwner(() -> ending.annul(hotel.id(), first.id(), false));
        assertThat(identification.find(hotel.id(), one)).isEmpty();
        assertThat(identification.find(hotel.id(), other)).isPresent();
        asOwner(() -> ending.annul(hotel.id(), ready.id(), false));
        assertThat(identification.find(hotel.id(), other)).isPresent();
        assertThat(accepted(ready.code(), TestContracts.device())).isFalse();
        assertThat(unused()).isZero();
        asOwner(() -> ending.annul(hotel.id(), ready.id(), true));
        assertThat(identification.find(hotel.id(), other)).isEmpty();
    }

    @Test
    void anAnnulmentAndActivationsOfOneCodeNeverLeaveALiveDeviceBehind() throws Exception {
        for (int round = 0; round < 10; round++) {
            Token ready = generate(1, Reuse.MULTI_USE, Term.ofDays(1)).getFirst();
            race(
                    16,
                    i -> i == 7
                            ? asOwner(() -> ending.annul(hotel.id(), ready.id(), true)) != null
                            : accepted(ready.code(), TestContracts.device()));
            assertThat(rows("ACTIVE")).isZero();
            assertThat(unused()).isZero();
        }
    }

    @Test
    void deletingAnUnusedTokenFreesItsPlaceAndAnActivatedOneStaysAsEvidence() {
        List<Token> two = generate(2, Reuse.SINGLE_USE, Term.ofDays(1));
        MacAddress device = TestContracts.device();
        activate(two.get(1).code(), device);
        asOwner(() -> delete(two.get(0)));
        assertThat(unused()).isZero();
        asOwner(() -> delete(two.get(1)));
        assertThat(identification.find(hotel.id(), device)).isEmpty();
        assertThatThrownBy(() -> get(two.get(1))).isInstanceOf(TokenNotFoundException.class);
        assertThat(jdbc.sql("select count(*) from token where mac = ? and deleted_at is not null")
                        .param(device.bytes())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anOperatorDeletesUnusedTokensOnly() {
        List<Token> two = generate(2, Reuse.SINGLE_USE, Term.ofDays(1));
        activate(two.get(1).code(), TestContracts.device());
        contracts.asOperator(hotel, () -> delete(two.get(0)));
        assertThatThrownBy(() -> contracts.asOperator(hotel, () -> delete(two.get(1))))
                .isInstanceOf(WrongTokenStateException.class);
    }

    @Test
    void aSuspendedContractRefusesAndItsTokensKeepTheirEnds() {
        Token token = generate(2, Reuse.SINGLE_USE, Term.ofDays(2)).getFirst();
        MacAddress device = TestContracts.device();
        Token active = activate(token.code(), device);
        contracts.suspend(hotel.id());
        assertThat(identification.find(hotel.id(), device)).isEmpty();
        assertThat(accepted(token.code(), device)).isFalse();
        assertThatThrownBy(() -> generate(1, Reuse.SINGLE_USE, Term.ofDays(1)))
                .isInstanceOf(WrongContractStatusException.class);
        contracts.resume(hotel.id());
        assertThat(identification.find(hotel.id(), device).orElseThrow().until())
                .isEqualTo(active.expiresAt());
        assertThat(unused()).isOne();
    }

    @Test
    void closingAContractEndsItsTokens() {
        generate(3, Reuse.SINGLE_USE, Term.ofDays(1));
        Token shared = generate(1, Reuse.MULTI_USE, Term.ofDays(1)).getFirst();
        Token device = activate(shared.code(), TestContracts.device());
        contracts.close(hotel.id());
        closedContracts.endLeftOver();
        assertThat(unused()).isZero();
        assertThat(rows("UNUSED") + rows("ACTIVE")).isZero();
        assertThat(get(device).annulment(clock.instant())).contains(Annulment.CONTRACT_CLOSED);
    }
}
