package dev.propusk.sheet.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.Typeface;
import dev.propusk.token.Term;
import dev.propusk.token.Uses;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How coupons lie on paper (rule 14). */
class SheetLayoutTest {
    private static final SheetLayout A4 = SheetLayout.of(SheetSettings.DEFAULT);
    private static final SheetNetwork WIDE =
            new SheetNetwork("100001-ДОП-2026/17", "W".repeat(32), ZoneId.of("Asia/Kolkata"));

    @ParameterizedTest
    @CsvSource({"1, 1", "6, 1", "7, 2", "12, 2", "200, 34"})
    void sixTokensFillAPage(int tokens, int pages) {
        try (PrintedSheet sheet = Coupons.print(Coupons.many(tokens))) {
            assertThat(sheet.pages()).isEqualTo(pages);
        }
    }

    @Test
    void rowsFillThePaperBetweenTheMargins() {
        assertThat(A4.cutsAcross()).hasSize(7).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(A4.cutsAcross().getLast()).isCloseTo(Box.mm(A4.bottom()), offset(0.01f));
        assertThat(A4.guestCopy(0).right()).isLessThan(A4.middle());
        assertThat(A4.stub(5).bottom()).isGreaterThan(0);
    }

    @Test
    void theCutterFindsTheSameLinesOnEveryPage() {
        try (PrintedSheet sheet = Coupons.print(Coupons.many(13))) {
            Set<String> first = sheet.cuts(0);
            assertThat(first).hasSize(8);
            assertThat(sheet.cuts(1)).isEqualTo(first);
            assertThat(sheet.cuts(2)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUSSIAN", "ENGLISH"})
    void noTextLeavesItsCoupon(SheetLanguage language) {
        List<Coupon> coupons = Stream.of("Ш".repeat(100), "слово ".repeat(16), "№ 12", "")
                .map(note -> new Coupon(
                        Coupons.singleUse(null).code(),
                        Uses.ANY,
                        Term.ofDays(30),
                        Coupons.LIMITED,
                        note,
                        Coupons.NOON,
                        null))
                .toList();
        try (PrintedSheet sheet = Coupons.print(WIDE, language, coupons)) {
            List<Box> allowed = Stream.concat(
                            Stream.of(A4.margin(0), A4.margin(A4.middle())),
                            IntStream.range(0, 4).boxed().flatMap(row -> Stream.of(A4.guestCopy(row), A4.stub(row))))
                    .toList();
            assertThat(sheet.characters(0))
                    .isNotEmpty()
                    .allMatch(character -> allowed.stream().anyMatch(box -> holds(box, character)));
        }
    }

    @Test
    void theNameOfTheNetworkIsNeverCut() {
        try (PrintedSheet sheet = Coupons.print(WIDE, SheetLanguage.RUSSIAN, Coupons.many(1))) {
            String printed = sheet.textIn(0, A4.guestCopy(0)).replaceAll("\\s", "");
            assertThat(printed).contains("W".repeat(32));
        }
    }

    @Test
    void aLongNoteTakesTwoLinesAndEndsInAnEllipsis() {
        FittedText note = FittedText.fit("Ш".repeat(100), Typeface.REGULAR, 200, 2, 9, 7);

        assertThat(note.size()).isEqualTo(7);
        assertThat(note.lines()).hasSize(2).allMatch(line -> Typeface.REGULAR.width(line, 7) <= 200);
        assertThat(note.lines().getLast()).endsWith("…");
    }

    @Test
    void aTextThatFitsKeepsItsSizeAndItsWords() {
        FittedText text = FittedText.fit("Гостиница Полярная звезда", Typeface.BOLD, 90, 2, 10, 6);

        assertThat(text.lines()).containsExactly("Гостиница", "Полярная звезда");
        assertThat(text.size()).isEqualTo(10);
    }

    private static boolean holds(Box box, Box character) {
        return character.left() >= box.left() - 0.1
                && character.right() <= box.right() + 0.1
                && character.bottom() >= box.bottom()
                && character.top() <= box.top();
    }
}
