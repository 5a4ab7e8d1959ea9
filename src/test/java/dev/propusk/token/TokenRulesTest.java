package dev.propusk.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.identification.Identification;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.end.Expiry;
import dev.propusk.token.end.ExpiryTransaction;
import dev.propusk.token.end.OtherNetworks;
import dev.propusk.token.end.TokensOfClosedContracts;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.TokenFilter;
import dev.propusk.token.search.TokenPlace;
import dev.propusk.token.search.TokenSort;
import dev.propusk.token.search.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PropuskTest
class TokenRulesTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Annulments ending;

    @Autowired
    Tokens tokens;

    @Autowired
    Expiry expiry;

    @Autowired
    ExpiryTransaction expiryTransaction;

    @Autowired
    OtherNetworks otherNetworks;

    @Autowired
    Identification identification;

    @Autowired
    TokensOfClosedContracts closedContracts;

    @Autowired
    JdbcClient jdbc;

    Contract hotel;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
    }

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
        List<DueToken> due = some.stream()
                .map(this::get)
                .map(token -> new DueToken(hotel.id(), token.id(), token.mac().orElseThrow()))
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
    void aTokenOfAnotherNetworkIsAnsweredLikeACodeThatDoesNotExist() {
        Token token = generate(1, Reuse.SINGLE_USE, Term.ofDays(1)).getFirst();
        Contract cafe = contracts.open();
        assertThatThrownBy(() -> activation.activate(cafe.id(), token.code(), TestContracts.device()))
                .isInstanceOf(CodeNotAcceptedException.class)
                .hasMessage("UNKNOWN");
        assertThat(get(token).state(clock.instant())).isEqualTo(TokenState.UNUSED);
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

    private List<Token> generate(int count, Reuse reuse, Term term) {
        return asOwner(
                () -> generation.generate(hotel.id(), order(count, reuse, term)).tokens());
    }

    private static TokenRequest order(int count, Reuse reuse, Term term) {
        return new TokenRequest(count, reuse, term, "№ 12", "B-4711");
    }

    private Token activate(TokenCode code, MacAddress device) {
        return activation.activate(hotel.id(), code, device);
    }

    private boolean accepted(TokenCode code, MacAddress device) {
        try {
            return activate(code, device).mac().filter(device::equals).isPresent();
        } catch (CodeNotAcceptedException e) {
            return false;
        }
    }

    private boolean delete(Token token) {
        ending.delete(hotel.id(), token.id());
        return true;
    }

    private Token get(Token token) {
        return asOwner(() -> tokens.get(hotel.id(), token.id()));
    }

    private List<Token> family(Token token) {
        return asOwner(() -> tokens.family(hotel.id(), token.code()));
    }

    private int unused() {
        return asOwner(() -> tokens.quota(hotel.id()).unused());
    }

    private int rows(String state) {
        return jdbc.sql("select count(*) from token where contract_id = ? and state = ?")
                .params(hotel.id().value(), state)
                .query(Integer.class)
                .single();
    }

    private List<String> journal(String action) {
        return jdbc.sql("select details from journal where contract_id = ? and action = ?")
                .params(hotel.id().value(), action)
                .query(String.class)
                .list();
    }

    private <T> T asOwner(Supplier<T> event) {
        return contracts.asOwner(hotel, event);
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

    private static List<Boolean> race(int runners, IntPredicate run) throws Exception {
        CyclicBarrier start = new CyclicBarrier(runners);
        try (var threads = Executors.newFixedThreadPool(runners)) {
            List<Future<Boolean>> results = IntStream.range(0, runners)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return run.test(i);
                    }))
                    .toList();
            return results.stream().map(TokenRulesTest::result).toList();
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
