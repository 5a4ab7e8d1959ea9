package dev.propusk.sheet.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Uses;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the sheet says (rule 14). */
class SheetRendererTest {
    private static final SheetLayout A4 = SheetLayout.of(SheetSettings.DEFAULT);

    @Test
    void eachCodeStandsTwiceInItsRow() {
        List<Coupon> coupons = Coupons.many(7);
        try (PrintedSheet sheet = Coupons.print(coupons)) {
            for (int i = 0; i < coupons.size(); i++) {
                String code = coupons.get(i).code().grouped();
                SheetLayout layout = A4;
                assertThat(sheet.textIn(i / 6, layout.guestCopy(i % 6))).containsOnlyOnce(code);
                assertThat(sheet.textIn(i / 6, layout.stub(i % 6))).containsOnlyOnce(code);
            }
        }
    }

    @Test
    void theGuestsCopySaysWhatToDoWithTheToken() {
        try (PrintedSheet sheet = Coupons.print(List.of(Coupons.singleUse("№ 12")))) {
            assertThat(sheet.textIn(0, A4.guestCopy(0)))
                    .contains("Wi-Fi", "Polar-Star-Guest", "Токен", "100 123 456 789")
                    .contains("Одноразовый · 7 суток с активации")
                    .contains("1. Подключитесь", "2. Откройте", "3. Введите токен вместо номера телефона.")
                    .doesNotContain("№ 12");
        }
    }

    @Test
    void theStubHasLinesForTheGuestsDocument() {
        try (PrintedSheet sheet = Coupons.print(List.of(Coupons.singleUse("№ 12")))) {
            assertThat(sheet.textIn(0, A4.stub(0)))
                    .contains("Корешок · договор 100001", "100 123 456 789", "Одноразовый · 7 суток · № 12")
                    .contains("Сгенерирован 24.11.2026 14:05 (МСК)")
                    .contains("ФИО", "Документ", "Дата выдачи", "Подпись");
        }
    }

    @Test
    void daysAgreeWithTheirNumber() {
        List<Coupon> coupons = IntStream.of(1, 2, 21, 30)
                .mapToObj(days -> Coupons.coupon(days, Reuse.SINGLE_USE, Term.ofDays(days)))
                .toList();
        try (PrintedSheet sheet = Coupons.print(coupons)) {
            assertThat(sheet.text())
                    .contains("1 сутки с активации", "2 суток с активации")
                    .contains("21 сутки с активации", "30 суток с активации");
        }
    }

    @Test
    void anUnlimitedTokenForManyDevicesSaysSo() {
        try (PrintedSheet sheet = Coupons.print(List.of(Coupons.coupon(1, Reuse.MULTI_USE, Term.UNLIMITED)))) {
            assertThat(sheet.text()).contains("Многоразовый · бессрочный");
        }
    }

    @Test
    void aTokenForANumberOfDevicesSaysForHowMany() {
        Coupon four = Coupons.coupon(1, Uses.of(4), Term.ofDays(2));
        Coupon five = Coupons.coupon(2, Uses.of(5), Term.UNLIMITED);
        try (PrintedSheet sheet = Coupons.print(List.of(four, five))) {
            assertThat(sheet.text())
                    .contains("На 4 устройства · 2 суток с активации", "На 4 устройства · 2 суток · № 1")
                    .contains("На 5 устройств · бессрочный");
        }
        try (PrintedSheet sheet = Coupons.print(Coupons.BAIKAL, SheetLanguage.ENGLISH, List.of(four))) {
            assertThat(sheet.text()).contains("For 4 devices · 2 days from activation", "For 4 devices · 2 days");
        }
    }

    @Test
    void theSheetSpeaksEnglishToo() {
        try (PrintedSheet sheet =
                Coupons.print(Coupons.BAIKAL, SheetLanguage.ENGLISH, List.of(Coupons.singleUse("room 12")))) {
            assertThat(sheet.text())
                    .contains("Single use · 7 days from activation", "Single use · 7 days · room 12")
                    .contains("Stub · contract 100002", "Generated 24 Nov 2026 19:05 (UTC+8)", "Page 1 of 1")
                    .doesNotContainPattern("[А-Яа-я]");
            assertThat(sheet.language()).isEqualTo("en");
            assertThat(sheet.title()).isEqualTo("Wi-Fi tokens · Baikal-Free");
        }
    }

    @Test
    void theMarginSaysWhoseSheetItIsAndWhichPage() {
        try (PrintedSheet sheet = Coupons.print(Coupons.many(13))) {
            assertThat(sheet.textIn(1, A4.margin(0))).contains("Polar-Star-Guest · договор 100001");
            assertThat(sheet.textIn(1, A4.margin(A4.middle())))
                    .contains("Напечатано 24.11.2026 14:05 (МСК)", "Страница 2 из 3");
        }
    }

    @Test
    void theDocumentHasATitleAndALanguageAndNoAuthor() {
        try (PrintedSheet sheet = Coupons.print(Coupons.many(1))) {
            assertThat(sheet.title()).isEqualTo("Токены Wi-Fi · Polar-Star-Guest");
            assertThat(sheet.language()).isEqualTo("ru");
            assertThat(sheet.showsTitle()).isTrue();
            assertThat(sheet.author()).isNull();
        }
    }

    @Test
    void fontsAreEmbeddedSubsetsWhoseTextCanBeSearched() {
        try (PrintedSheet sheet = Coupons.print(Coupons.many(1))) {
            assertThat(sheet.fonts()).hasSize(2).allSatisfy(font -> {
                assertThat(font.getName()).matches("[A-Z]{6}\\+PTSans-(Regular|Bold)");
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getCOSObject().containsKey("ToUnicode")).isTrue();
            });
        }
    }

    @Test
    void signsOfMoneyAndNumberArePrinted() {
        try (PrintedSheet sheet = Coupons.print(List.of(Coupons.singleUse("№ 7, 500 ₽, «Ёлка» — €5")))) {
            assertThat(sheet.text()).contains("№ 7, 500 ₽, «Ёлка» — €5");
        }
    }

    @Test
    void aSheetOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Coupons.print(List.of()));
    }

    @Test
    void sheetsDrawnAtTheSameTimeDoNotMixTheirLetters() {
        List<String> alone = List.of(drawn(0), drawn(1));

        assertThat(IntStream.range(0, 64).parallel().mapToObj(SheetRendererTest::drawn))
                .hasSize(64)
                .hasSameElementsAs(alone);
    }

    private static String drawn(int turn) {
        PrintedSheet sheet = turn % 2 == 0
                ? Coupons.print(Coupons.many(20))
                : Coupons.print(Coupons.BAIKAL, SheetLanguage.ENGLISH, Coupons.many(3));
        try (sheet) {
            return sheet.text();
        }
    }

    @Test
    void aFullContractsSheetIsSmall() {
        Sheet sheet = Coupons.sheet(Coupons.POLAR_STAR, SheetSettings.DEFAULT, Coupons.many(200));

        assertThat(sheet.tokens()).isEqualTo(200);
        assertThat(sheet.pages()).isEqualTo(34);
        assertThat(sheet.size()).isEqualTo(sheet.pdf().length).isLessThan(120 * 1024);
    }
}
