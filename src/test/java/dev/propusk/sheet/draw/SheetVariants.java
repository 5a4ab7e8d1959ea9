package dev.propusk.sheet.draw;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.propusk.base.Texts;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetNetwork;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Uses;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.provider.Arguments;

/** Sheets on each paper and in each language; all of them are left in {@code target/sheets} to be looked at. */
abstract class SheetVariants {
    static final Path PICTURES = Path.of("target", "sheets");

    static final SheetNetwork WIDE =
            new SheetNetwork("100001-DOP-2026-1234", "W".repeat(32), ZoneId.of("Asia/Kolkata"));

    static final String WIDEST_INSTRUCTIONS = "Ш".repeat(300);

    static final String FIVE_LINES = """
            1. Выберите сеть Polar-Star-Guest в списке сетей Wi-Fi телефона
            2. Подождите, пока откроется страница входа (или откройте ya.ru)
            3. Введите двенадцать цифр токена вместо номера телефона
            4. Один токен для одного устройства; второй дадут у стойки
            5. Помощь круглосуточно: номер 9 с телефона в комнате""";

    static Stream<Arguments> variants() {
        return Stream.of(SheetPaper.values())
                .flatMap(paper -> SheetLanguage.among(List.of(Texts.RUSSIAN, Texts.ENGLISH)).stream()
                        .map(language -> Arguments.of(paper, language)));
    }

    static List<Coupon> usual() {
        return List.of(
                Coupons.singleUse("№ 12"),
                again(Coupons.singleUse("№ 14, до отъезда")),
                Coupons.coupon(1, Reuse.MULTI_USE, Term.UNLIMITED),
                Coupons.coupon(21, Reuse.SINGLE_USE, Term.ofDays(1)));
    }

    static List<Coupon> longest() {
        return Stream.of("Ш".repeat(100), "слово ".repeat(16), "№ 12", "")
                .map(note -> again(new Coupon(
                        Coupons.singleUse(null).code(),
                        Uses.ONE,
                        Term.ofDays(30),
                        Coupons.LIMITED,
                        note,
                        Coupons.NOON,
                        Coupons.NOON)))
                .toList();
    }

    static Coupon again(Coupon coupon) {
        return new Coupon(
                coupon.code(),
                coupon.uses(),
                coupon.term(),
                coupon.limits(),
                coupon.note(),
                coupon.generatedAt(),
                Coupons.NOON);
    }

    static List<Box> allowed(SheetSettings settings, PrintedSheet sheet) {
        if (settings.paper() == SheetPaper.RECEIPT) {
            return List.of(new Box(0, 0, Box.mm(80), sheet.height(0)).narrowed(4));
        }
        SheetLayout layout = SheetLayout.of(settings);
        return Stream.concat(
                        Stream.of(layout.margin(0), layout.margin(layout.middle())),
                        IntStream.range(0, 4)
                                .boxed()
                                .flatMap(row -> Stream.of(layout.guestCopy(row), layout.stub(row))))
                .toList();
    }

    static boolean holds(Box box, Box character) {
        return character.left() >= box.left() - 0.1
                && character.right() <= box.right() + 0.1
                && character.bottom() >= box.bottom()
                && character.top() <= box.top();
    }

    static PrintedSheet keep(String name, SheetNetwork network, SheetSettings settings, List<Coupon> coupons)
            throws Exception {
        byte[] pdf = Coupons.sheet(network, settings, coupons).pdf();
        PrintedSheet sheet = new PrintedSheet(pdf);
        Files.createDirectories(PICTURES);
        Path file = PICTURES.resolve(settings.paper() + "-" + settings.language() + "-" + name + ".pdf");
        Files.write(file, pdf);
        ImageIO.write(sheet.picture(0, 110), "png", Path.of(file + ".png").toFile());
        return sheet;
    }

    static String read(BufferedImage picture) throws Exception {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
