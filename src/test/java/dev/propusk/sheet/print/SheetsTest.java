package dev.propusk.sheet.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.TestClock;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Limits;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.sheet.NothingToPrintException;
import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetRequest;
import dev.propusk.sheet.SheetSort;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenNotFoundException;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.WrongTokenStateException;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.search.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Which tokens are printed, and how a contract's settings change it (rule 14). */
class SheetsTest extends HotelsSheets {
    @Autowired
    TestClock clock;

    @Autowired
    Activation activation;

    @Autowired
    Tokens tokens;

    @Test
    void allUnusedTokensArePrintedOrOnlyThoseThatNobodyHasYet() {
        List<Token> first = generate(2, Reuse.SINGLE_USE);
        assertThat(codes(print(SheetRequest.notIssued()))).isEqualTo(codesOf(first));
        List<Token> second = generate(1, Reuse.SINGLE_USE);

        assertThat(codes(print(SheetRequest.notIssued()))).isEqualTo(codesOf(second));
        assertThat(codes(print(SheetRequest.allUnused()))).hasSize(3);
        assertThatThrownBy(() -> print(SheetRequest.notIssued())).isInstanceOf(NothingToPrintException.class);
    }

    @Test
    void whatWasPrintedIsIssued() {
        Token token = generate(1, Reuse.SINGLE_USE).getFirst();
        print(SheetRequest.of(List.of(token.id())));

        Token issued = contracts.asOwner(hotel, () -> tokens.get(hotel.id(), token.id()));
        assertThat(issued.issuedAt()).contains(clock.instant());
    }

    @Test
    void aSingleUseCodePrintedAgainSaysSoOnTheStub() {
        TokenId single = generate(1, Reuse.SINGLE_USE).getFirst().id();
        TokenId multi = generate(1, Reuse.MULTI_USE).getFirst().id();
        assertThat(print(SheetRequest.of(List.of(single)))).doesNotContain("Напечатан повторно");
        String time = print(SheetRequest.of(List.of(multi))).replaceAll("(?s).*Напечатано ([^\\n]*МСК).*", "$1");
        clock.advance(Duration.ofHours(30));

        assertThat(print(SheetRequest.of(List.of(single))))
                .containsSubsequence("Напечатан повторно", "впервые " + time);
        assertThat(print(SheetRequest.of(List.of(single)))).contains("впервые " + time);
        assertThat(print(SheetRequest.of(List.of(multi)))).doesNotContain("Напечатан повторно");
    }

    @Test
    void couponsLieInTheOrderThatTheSettingsSay() {
        List<Token> first = generate(2, Reuse.SINGLE_USE);
        clock.advance(Duration.ofSeconds(1));
        List<Token> second = generate(3, Reuse.SINGLE_USE);
        List<String> oldestFirst =
                List.copyOf(codesOf(List.of(first.get(0), first.get(1), second.get(0), second.get(1), second.get(2))));
        List<TokenId> shuffled = List.of(
                second.get(1).id(),
                first.get(1).id(),
                second.get(2).id(),
                first.get(0).id(),
                second.get(0).id());

        assertThat(codes(print(SheetRequest.of(shuffled)))).isEqualTo(oldestFirst);
        change(SheetSort.NEWEST);
        assertThat(codes(print(SheetRequest.of(shuffled)))).isEqualTo(oldestFirst.reversed());
        change(SheetSort.CODE);
        assertThat(codes(print(SheetRequest.allUnused())))
                .isEqualTo(oldestFirst.stream().sorted().toList());
    }

    @Test
    void theGuestsCopySaysWhatADeviceMayDo() {
        contracts.asOwner(
                hotel,
                () -> generation.generate(
                        hotel.id(),
                        new TokenRequest(
                                1, Uses.ONE, Term.ofDays(7), null, null, new Limits(10_000, 10_000, 30, 2_000))));
        assertThat(print(SheetRequest.allUnused()))
                .contains("7 суток с активации · до 10 Мбит/с · 2 ГБ трафика")
                .doesNotContain("30 мин");
    }

    @Test
    void onePrintMayAskForAnotherPaper() {
        generate(2, Reuse.SINGLE_USE);
        Sheet roll = contracts.asOperator(
                hotel, () -> sheets.print(hotel.id(), SheetRequest.allUnused().on(SheetPaper.RECEIPT)));

        assertThat(roll.pages()).isEqualTo(2);
        assertThat(contracts
                        .asOwner(hotel, () -> setup.of(hotel.id()))
                        .settings()
                        .paper())
                .isEqualTo(SheetPaper.A4);
    }

    @Test
    void anotherContractsTokensAndUsedOnesAreNotPrinted() {
        Token token = generate(1, Reuse.SINGLE_USE).getFirst();
        Contract cafe = contracts.open();
        SheetRequest request = SheetRequest.of(List.of(token.id()));

        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> sheets.print(cafe.id(), request)))
                .isInstanceOf(TokenNotFoundException.class);
        assertThatThrownBy(() -> contracts.asOwner(cafe, () -> sheets.print(hotel.id(), request)))
                .isInstanceOf(AccessDeniedException.class);
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        assertThatThrownBy(() -> print(request)).isInstanceOf(WrongTokenStateException.class);
    }

    @Test
    void aSuspendedContractPrintsNothing() {
        generate(1, Reuse.SINGLE_USE);
        contracts.suspend(hotel.id());
        assertThatThrownBy(() -> print(SheetRequest.allUnused())).isInstanceOf(WrongContractStatusException.class);
    }

    @Test
    void eachPrintStandsInTheJournal() {
        Token token = generate(1, Reuse.SINGLE_USE).getFirst();
        print(SheetRequest.allUnused());
        assertThat(journal("sheet.printed"))
                .singleElement()
                .asString()
                .contains(token.id().toString());
    }

    private static List<String> codes(String sheet) {
        return Pattern.compile("100( \\d{3}){3}")
                .matcher(sheet)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static List<String> codesOf(List<Token> tokens) {
        return tokens.stream().map(token -> token.code().grouped()).toList();
    }
}
