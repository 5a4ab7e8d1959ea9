package dev.propusk.sheet.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSort;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sheet on each paper and in each language holds what it has to. */
class SheetVariantsTest extends SheetVariants {
    @ParameterizedTest
    @MethodSource("variants")
    void eachPaperIsPrintedInEachLanguage(SheetPaper paper, SheetLanguage language) throws Exception {
        try (PrintedSheet sheet = keep("usual", Coupons.POLAR_STAR, Coupons.in(language, paper), usual())) {
            assertThat(sheet.text())
                    .contains("Polar-Star-Guest", "100 123 456 789", "100001")
                    .contains(
                            switch (language.name()) {
                                case "RUSSIAN" -> List.of("Корешок", "7 суток с активации", "Напечатан повторно");
                                case "ENGLISH" -> List.of("Stub", "7 days from activation", "Printed again");
                                default ->
                                    List.of(
                                            "Корешок",
                                            "7 суток с активации",
                                            "Stub",
                                            "7 days from activation",
                                            "Напечатан повторно / Printed again");
                            });
            assertThat(sheet.largestFontOf("100 123 456 789")).isGreaterThanOrEqualTo(20);
            assertThat(read(sheet.picture(0, 200))).isEqualTo("WIFI:T:nopass;S:Polar-Star-Guest;;");
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theLongestTextsStayWithinTheirCouponsUncut(SheetPaper paper, SheetLanguage language) throws Exception {
        for (String instructions : List.of(WIDEST_INSTRUCTIONS, FIVE_LINES)) {
            SheetSettings settings = new SheetSettings(language, instructions, true, paper, true, SheetSort.CODE, true);
            String name = instructions.equals(FIVE_LINES) ? "long" : "widest";
            try (PrintedSheet sheet = keep(name, WIDE, settings, longest())) {
                String printed = sheet.text().replaceAll("\\s", "");
                assertThat(printed).contains("W".repeat(32)).contains(instructions.replaceAll("\\s", ""));
                assertThat(sheet.characters(0))
                        .isNotEmpty()
                        .allMatch(
                                character -> allowed(settings, sheet).stream().anyMatch(box -> holds(box, character)));
                assertThat(sheet.overlaps(0)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A4, RUSSIAN, 1, 1",
        "A4, RUSSIAN, 6, 1",
        "A4, RUSSIAN, 7, 2",
        "A4, RUSSIAN, 200, 34",
        "A4, BOTH, 1, 1",
        "A4, BOTH, 6, 2",
        "A4, BOTH, 7, 2",
        "A4, BOTH, 200, 50",
        "LETTER, ENGLISH, 1, 1",
        "LETTER, ENGLISH, 6, 1",
        "LETTER, ENGLISH, 7, 2",
        "LETTER, ENGLISH, 200, 34",
        "RECEIPT, RUSSIAN, 1, 1",
        "RECEIPT, RUSSIAN, 6, 6",
        "RECEIPT, RUSSIAN, 7, 7",
        "RECEIPT, RUSSIAN, 200, 200"
    })
    void everyPageHasExactlyThePapersSizeAndThereAreAsManyAsNeeded(
            SheetPaper paper, SheetLanguage language, int tokens, int pages) throws Exception {
        try (PrintedSheet sheet =
                keep(tokens + "-tokens", Coupons.POLAR_STAR, Coupons.in(language, paper), Coupons.many(tokens))) {
            assertThat(sheet.pages()).isEqualTo(pages);
            assertThat(sheet.text().split("100 \\d{3} \\d{3} \\d{3}", -1)).hasSize(2 * tokens + 1);
            Set<String> sizes = sheet.paperSizes();
            assertThat(sizes).hasSize(1).allMatch(size -> switch (paper) {
                case A4 -> size.equals("210.0 x 297.0 mm");
                case LETTER -> size.equals("215.9 x 279.4 mm");
                case RECEIPT -> size.startsWith("80.0 x ");
            });
        }
    }

    @Test
    void aRollIsAsLongAsItsCouponAndShorterWithoutTheStub() {
        SheetSettings usual = Coupons.in(SheetLanguage.RUSSIAN, SheetPaper.RECEIPT);
        SheetSettings bare = new SheetSettings(
                SheetLanguage.RUSSIAN, null, false, SheetPaper.RECEIPT, true, SheetSort.GENERATED, false);
        try (PrintedSheet whole = Coupons.print(Coupons.POLAR_STAR, usual, Coupons.many(1));
                PrintedSheet guestCopy = Coupons.print(Coupons.POLAR_STAR, bare, Coupons.many(1))) {
            assertThat(guestCopy.height(0)).isLessThan(Box.mm(70));
            assertThat(whole.height(0)).isBetween(guestCopy.height(0) + Box.mm(60), Box.mm(160));
            assertThat(guestCopy.text()).doesNotContain("Корешок");
            for (PrintedSheet sheet : List.of(whole, guestCopy)) {
                double lowest = sheet.characters(0).stream()
                        .mapToDouble(Box::bottom)
                        .min()
                        .orElseThrow();
                assertThat(lowest).isCloseTo(Box.mm(6), offset(8.0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SheetPaper.class)
    void linesToCutAlongCanBeLeftOut(SheetPaper paper) {
        SheetSettings settings =
                new SheetSettings(SheetLanguage.RUSSIAN, null, true, paper, false, SheetSort.GENERATED, true);
        try (PrintedSheet sheet = Coupons.print(Coupons.POLAR_STAR, settings, Coupons.many(2))) {
            assertThat(sheet.cuts(0)).isEmpty();
        }
    }
}
