package dev.propusk.token.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenKind;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.UnusedLimitExceededException;
import dev.propusk.token.Uses;
import dev.propusk.token.search.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PropuskTest
class IssuingTest {
    private static final TokenRequest TWO = new TokenRequest(2, Reuse.SINGLE_USE, Term.ofDays(3), "№ 12", "B-4711");

    @Autowired
    TestContracts contracts;

    @Autowired
    Issuing issuing;

    @Autowired
    Generation generation;

    @Autowired
    Tokens tokens;

    @Test
    void whatIsMadeAtTheDeskCountsAsHandedOut() {
        Contract hotel = contracts.open();
        contracts.asOperator(hotel, () -> issuing.issueNow(hotel.id(), TWO));
        List<Token> unused = contracts.asOwner(hotel, () -> tokens.unused(hotel.id()));
        assertThat(unused).hasSize(2).allMatch(token -> token.issuedAt().isPresent());
    }

    @Test
    void atTheLimitNothingIsMadeAndTheKindIsNotRemembered() {
        Contract hotel = contracts.open();
        contracts.asOwner(
                hotel,
                () -> generation.generate(
                        hotel.id(), new TokenRequest(199, Reuse.SINGLE_USE, Term.UNLIMITED, null, null)));
        assertThatExceptionOfType(UnusedLimitExceededException.class)
                .isThrownBy(() -> contracts.asOperator(hotel, () -> issuing.issueNow(hotel.id(), TWO)));
        assertThat(contracts.asOwner(hotel, () -> tokens.quota(hotel.id()).unused()))
                .isEqualTo(199);
        assertThat(contracts.asOperator(hotel, () -> issuing.lastKind(hotel.id())))
                .isEqualTo(new TokenKind(Uses.ONE, Term.ofDays(1)));
    }

    @Test
    void eachLoginIsOfferedTheKindThatItHandedOutLast() {
        Contract hotel = contracts.open();
        contracts.asOperator(hotel, () -> issuing.issueNow(hotel.id(), TWO));
        contracts.asOwner(
                hotel,
                () -> issuing.issueNow(hotel.id(), new TokenRequest(1, Reuse.MULTI_USE, Term.UNLIMITED, null, null)));
        assertThat(contracts.asOperator(hotel, () -> issuing.lastKind(hotel.id())))
                .isEqualTo(new TokenKind(Uses.ONE, Term.ofDays(3)));
        assertThat(contracts.asOwner(hotel, () -> issuing.lastKind(hotel.id())))
                .isEqualTo(new TokenKind(Uses.ANY, Term.UNLIMITED));
        contracts.asOwner(
                hotel,
                () -> issuing.issueNow(
                        hotel.id(), new TokenRequest(1, Uses.of(4), Term.ofDays(2), null, null, Limits.NONE)));
        assertThat(contracts.asOwner(hotel, () -> issuing.lastKind(hotel.id())))
                .isEqualTo(new TokenKind(Uses.of(4), Term.ofDays(2)));
    }

    @Test
    void aTokenIsMarkedAsHandedOutOnceAndOnlyWhileItIsUnused() {
        Contract hotel = contracts.open();
        List<TokenId> ids = contracts.asOwner(
                hotel,
                () -> generation.generate(hotel.id(), TWO).tokens().stream()
                        .map(Token::id)
                        .toList());
        assertThat(contracts.asOperator(hotel, () -> issuing.handOut(hotel.id(), ids)))
                .isEqualTo(2);
        assertThat(contracts.asOperator(hotel, () -> issuing.handOut(hotel.id(), ids)))
                .isZero();
    }
}
