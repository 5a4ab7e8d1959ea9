package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenPlace;
import dev.propusk.token.search.TokenSort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class TokenRulesTest extends TokenRulesOnTheDatabase {
    @Test
    void oneOrderMakesAtMostTwoHundredTokens() {
        assertThatThrownBy(() -> new TokenRequest(0, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                .isInstanceOf(InvalidTokenRequestException.class);
        assertThatThrownBy(() -> new TokenRequest(201, Reuse.SINGLE_USE, Term.UNLIMITED, null, null))
                .isInstanceOf(InvalidTokenRequestException.class);
        assertThatThrownBy(() -> new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, "x".repeat(101), null))
                .isInstanceOf(InvalidTokenRequestException.class);
        assertThat(generate(200, Reuse.SINGLE_USE, Term.UNLIMITED)).hasSize(200);
        assertThat(unused()).isEqualTo(200);
    }

    @Test
    void exactlyOneOfManyDevicesGetsASingleUseToken() throws Exception {
        TokenCode code =
                generate(1, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst().code();
        List<Boolean> won = race(64, i -> accepted(code, TestContracts.device()));
        assertThat(won).containsOnlyOnce(true);
        assertThat(rows("ACTIVE")).isOne();
        assertThat(unused()).isZero();
    }

    @Test
    void aDeviceThatSendsItsCodeManyTimesAtOnceIsActivatedOnce() throws Exception {
        MacAddress device = TestContracts.device();
        for (Reuse reuse : Reuse.values()) {
            TokenCode code = generate(1, reuse, Term.ofDays(1)).getFirst().code();
            assertThat(race(16, i -> accepted(code, device))).containsOnly(true);
            assertThat(jdbc.sql("select count(*) from token where code = ? and state = 'ACTIVE'")
                            .param(code.value())
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void aMultiUseTokenIdentifiesAnyNumberOfDevicesAndOneUnusedCopyStandsReady() throws Exception {
        Token ready = generate(1, Reuse.MULTI_USE, Term.ofDays(2)).getFirst();
        assertThat(race(32, i -> accepted(ready.code(), TestContracts.device())))
                .containsOnly(true);
        assertThat(rows("ACTIVE")).isEqualTo(32);
        assertThat(rows("UNUSED")).isOne();
        assertThat(unused()).isOne();
        Token copy = family(ready).get(1);
        assertThat(copy.generatedAt()).isEqualTo(ready.generatedAt());
        assertThat(copy.generatedBy()).isEqualTo(ready.generatedBy());
        assertThat(family(ready).getFirst().id()).isEqualTo(ready.id());
        assertThat(jdbc.sql("select count(*) from open_code_use")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDeviceWhoseActivationOfACodeEndedCanNotActivateTheSameCodeAgain() {
        TokenCode code = generate(1, Reuse.MULTI_USE, Term.ofDays(1)).getFirst().code();
        MacAddress annulled = TestContracts.device();
        MacAddress expired = TestContracts.device();
        Token first = activate(code, annulled);
        activate(code, expired);
        asOwner(() -> ending.annul(hotel.id(), first.id(), false));
        assertThat(accepted(code, annulled)).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(accepted(code, expired)).isFalse();
        assertThat(accepted(code, TestContracts.device())).isTrue();
    }

    @Test
    void aTokenOfAnotherNetworkIsAnsweredLikeACodeThatDoesNotExist() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst();
        Contract cafe = contracts.open();
        assertThatThrownBy(() -> activation.activate(cafe.id(), token.code(), TestContracts.device()))
                .isInstanceOf(CodeNotAcceptedException.class)
                .hasMessage("UNKNOWN");
        assertThat(get(token).state(clock.instant())).isEqualTo(TokenState.UNUSED);
    }

    @Test
    void noRaceEverMakesMoreThanTwoHundredUnusedTokens() throws Exception {
        List<Boolean> made = race(64, i -> {
            try {
                return generate(7, i % 2 == 0 ? Reuse.SINGLE_USE : Reuse.MULTI_USE, Term.ofDays(1))
                                .size()
                        == 7;
            } catch (UnusedLimitExceededException e) {
                return false;
            }
        });
        assertThat(made.stream().filter(won -> won)).hasSize(28);
        assertThat(unused()).isEqualTo(196);
        assertThat(rows("UNUSED")).isEqualTo(196);
    }

    @Test
    void moreThanIsLeftGeneratesNothing() {
        generate(190, Reuse.SINGLE_USE, Term.ofDays(1));
        assertThatThrownBy(() -> generate(11, Reuse.SINGLE_USE, Term.ofDays(1)))
                .isInstanceOfSatisfying(UnusedLimitExceededException.class, e -> {
                    assertThat(e.unused()).isEqualTo(190);
                    assertThat(e.limit()).isEqualTo(200);
                    assertThat(e.requested()).isEqualTo(11);
                });
        assertThat(rows("UNUSED")).isEqualTo(190);
    }

    @Test
    void theSameDeviceSendingTheSameLiveTokenKeepsItsEnd() {
        TokenCode code =
                generate(1, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst().code();
        MacAddress device = TestContracts.device();
        Token first = activate(code, device);
        clock.advance(Duration.ofHours(3));
        Token again = activate(code, device);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.expiresAt()).isEqualTo(first.expiresAt());
        assertThat(journal("token.activated")).hasSize(1);
    }

    @Test
    void aDeviceIsIdentifiedUntilTheLastOfItsTokensEnds() {
        MacAddress device = TestContracts.device();
        activate(generate(1, Reuse.SINGLE_USE, Term.ofDays(2)).getFirst().code(), device);
        Token longer = generate(1, Reuse.SINGLE_USE, Term.ofDays(5)).getFirst();
        Instant end = activate(longer.code(), device).expiresAt().orElseThrow();
        assertThat(identification.find(hotel.id(), device).orElseThrow().until())
                .contains(end);
        clock.advance(Duration.ofDays(3));
        assertThat(identification.find(hotel.id(), device)).isPresent();
    }

    @Test
    void anActivationMovesToANewMacWithTheSameEnd() {
        MacAddress old = TestContracts.device();
        MacAddress fresh = TestContracts.device();
        for (Reuse reuse : Reuse.values()) {
            Token token = activate(generate(1, reuse, Term.ofDays(4)).getFirst().code(), old);
            clock.advance(Duration.ofDays(1));
            Token moved = asOwner(() -> activation.moveToNewMac(hotel.id(), token.id(), fresh));
            assertThat(moved.expiresAt()).isEqualTo(token.expiresAt());
            assertThat(moved.movedFrom()).contains(token.id());
            assertThat(get(token).annulment(clock.instant())).contains(Annulment.MOVED_TO_NEW_MAC);
            assertThat(accepted(token.code(), fresh)).isTrue();
        }
        assertThat(identification.find(hotel.id(), old)).isEmpty();
        assertThat(journal("token.moved")).hasSize(2);
    }

    @Test
    void everyChangeHasItsEntryInTheJournal() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst();
        activate(token.code(), TestContracts.device());
        asOwner(() -> ending.annul(hotel.id(), token.id(), false));
        asOwner(() -> ending.annul(hotel.id(), token.id(), false));
        asOwner(() -> delete(token));
        assertThat(jdbc.sql("select action from journal where contract_id = ? and action like 'token%' order by id")
                        .param(hotel.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("token.generated", "token.activated", "token.annulled", "token.deleted");
    }

    @Test
    void aServiceDeviceIsActivatedByHand() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.UNLIMITED).getFirst();
        MacAddress till = TestContracts.device();
        asOwner(() -> activation.activateByHand(hotel.id(), token.id(), till));
        assertThat(identification.find(hotel.id(), till)).isPresent();
        assertThatThrownBy(
                        () -> asOwner(() -> activation.activateByHand(hotel.id(), token.id(), TestContracts.device())))
                .isInstanceOf(WrongTokenStateException.class);
    }

    @Test
    void itsDevicesAreNoPartOfItsLimitsAndStandInEachRow() {
        Limits limits = new Limits(1_000, null, null, null);
        TokenRequest request = new TokenRequest(2, Uses.of(4), Term.UNLIMITED, null, null, limits);
        List<Token> made =
                asOwner(() -> generation.generate(hotel.id(), request).tokens());
        Token row = activate(made.getFirst().code(), TestContracts.device());
        assertThat(get(row).uses()).isEqualTo(Uses.of(4));
        assertThat(get(row).limits()).isEqualTo(limits);
        assertThat(made).allSatisfy(token -> assertThat(token.uses()).isEqualTo(Uses.of(4)));
        assertThat(journal("token.generated")).singleElement().asString().contains("\"devices\":4");
    }

    @Test
    void nobodyReachesAnotherContractsTokens() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst();
        Contract cafe = contracts.open();
        List<Callable<?>> tries = List.of(
                () -> tokens.get(hotel.id(), token.id()),
                () -> tokens.page(hotel.id(), TokenFilter.ALL, TokenSort.NEWEST, 0, 10),
                () -> tokens.newestAfter(hotel.id(), TokenFilter.ALL, TokenPlace.of(token), 10),
                () -> ending.annul(hotel.id(), token.id(), true),
                () -> delete(token),
                () -> activation.activateByHand(hotel.id(), token.id(), TestContracts.device()),
                () -> generation.generate(hotel.id(), order(1, Reuse.SINGLE_USE, Term.UNLIMITED)));
        for (Callable<?> attempt : tries) {
            assertThatThrownBy(() -> contracts.asOwner(cafe, () -> call(attempt)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> tokens.get(cafe.id(), token.id())))
                .isInstanceOf(TokenNotFoundException.class);
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> ending.annul(cafe.id(), token.id(), true)))
                .isInstanceOf(TokenNotFoundException.class);
        assertThat(get(token).state(clock.instant())).isEqualTo(TokenState.UNUSED);
    }

    private List<Token> family(Token token) {
        return asOwner(() -> tokens.family(hotel.id(), token.code()));
    }

    private static <T> T call(Callable<T> attempt) {
        try {
            return attempt.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
