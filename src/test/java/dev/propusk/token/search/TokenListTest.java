package dev.propusk.token.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list in the panel, scrolled through: the same rows as counted off from its beginning. */
@PropuskTest
class TokenListTest {
    private static final int PAGE = 7;

    @Autowired
    TestContracts contracts;

    @Autowired
    TestClock clock;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Tokens tokens;

    Contract hotel;

    @BeforeEach
    void openAHotel() {
        hotel = contracts.open();
        generate(20);
        clock.advance(Duration.ofMinutes(1));
        Token shared = generate(1, Reuse.MULTI_USE).getFirst();
        for (int device = 0; device < 10; device++) {
            activation.activate(hotel.id(), shared.code(), TestContracts.device());
        }
        clock.advance(Duration.ofMinutes(1));
        generate(20);
        generate(contracts.open(), 5, Reuse.SINGLE_USE);
    }

    static List<TokenFilter> filters() {
        return List.of(
                TokenFilter.ALL,
                new TokenFilter(TokenState.UNUSED, null, null, null, null),
                new TokenFilter(null, Reuse.MULTI_USE, null, null, null),
                new TokenFilter(null, null, "№ 12", null, null));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void scrollingShowsEachTokenOnceInItsPlace(TokenFilter filter) {
        List<Token> whole = contracts.asOwner(hotel, () -> tokens.page(hotel.id(), filter, TokenSort.NEWEST, 0, 100));
        assertThat(ids(scrolled(filter, whole.subList(0, PAGE)))).isEqualTo(ids(whole));
        assertThat(whole).hasSizeGreaterThan(PAGE);
    }

    @Test
    void whatComesMeanwhileMovesNothingBelow() {
        List<Token> whole =
                contracts.asOwner(hotel, () -> tokens.page(hotel.id(), TokenFilter.ALL, TokenSort.NEWEST, 0, 100));
        List<Token> seen = whole.subList(0, PAGE);
        generate(20);
        assertThat(ids(scrolled(TokenFilter.ALL, seen))).isEqualTo(ids(whole));
    }

    private List<Token> scrolled(TokenFilter filter, List<Token> first) {
        List<Token> seen = new ArrayList<>();
        List<Token> page = first;
        while (!page.isEmpty()) {
            seen.addAll(page);
            TokenPlace last = TokenPlace.of(page.getLast());
            page = contracts.asOwner(hotel, () -> tokens.newestAfter(hotel.id(), filter, last, PAGE));
        }
        return seen;
    }

    private static List<TokenId> ids(List<Token> rows) {
        return rows.stream().map(Token::id).toList();
    }

    private void generate(int count) {
        generate(count, Reuse.SINGLE_USE);
    }

    private List<Token> generate(int count, Reuse reuse) {
        return generate(hotel, count, reuse);
    }

    private List<Token> generate(Contract contract, int count, Reuse reuse) {
        TokenRequest request = new TokenRequest(count, reuse, Term.ofDays(7), "№ 12", null);
        return contracts.asOwner(
                contract, () -> generation.generate(contract.id(), request).tokens());
    }
}
