package dev.propusk.sheet.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.sheet.Sheet;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What phones and plain printers make of the sheet, and how much of the machine it takes. */
class SheetForEverybodyTest extends SheetVariants {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Баня у озера",
                "a;b,c:d\\e\"f",
                "ёёёёёёёёёёёёёёёё",
                "\\;,:\"\\;,:\"\\;,:\"\\;,:\"\\;,:\"\\;,:\"\\;"
            })
    void phonesReadEveryNetworksName(String ssid) throws Exception {
        SheetNetwork network = new SheetNetwork("1", ssid, ZoneId.of("Europe/Moscow"));
        try (PrintedSheet sheet = Coupons.print(network, SheetSettings.DEFAULT, Coupons.many(1))) {
            assertThat(read(sheet.picture(0, 200))).isEqualTo(JoinCode.text(ssid));
        }
        assertThat(JoinCode.text("a;b,c:d\\e\"f")).isEqualTo("WIFI:T:nopass;S:a\\;b\\,c\\:d\\\\e\\\"f;;");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void nothingIsPrintedInColour(SheetPaper paper, SheetLanguage language) {
        try (PrintedSheet sheet = Coupons.print(Coupons.POLAR_STAR, Coupons.in(language, paper), usual())) {
            BufferedImage picture = sheet.picture(0, 60);
            assertThat(IntStream.range(0, picture.getWidth() * picture.getHeight())
                            .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth())))
                    .allMatch(rgb -> (rgb & 0xFF) == (rgb >> 8 & 0xFF) && (rgb & 0xFF) == (rgb >> 16 & 0xFF));
        }
    }

    /** Time on the processor, so that what else the machine does counts for nothing; the quickest of several is warm. */
    @ParameterizedTest
    @MethodSource("variants")
    void aFullContractsSheetIsSmallAndQuick(SheetPaper paper, SheetLanguage language) {
        List<Coupon> coupons = Coupons.many(200);
        Sheet sheet = Coupons.sheet(Coupons.POLAR_STAR, Coupons.in(language, paper), coupons);
        long quickest = IntStream.range(0, 8)
                .mapToLong(
                        i -> onProcessor(() -> Coupons.sheet(Coupons.POLAR_STAR, Coupons.in(language, paper), coupons)))
                .min()
                .orElseThrow();

        assertThat(sheet.size()).isLessThan((paper == SheetPaper.RECEIPT ? 150 : 120) * 1024);
        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofMillis(150));
    }

    private static long onProcessor(Runnable event) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        event.run();
        return threads.getCurrentThreadCpuTime() - start;
    }
}
