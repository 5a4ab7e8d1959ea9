package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final int MODULE = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Propusk:hotel?secret=JBSWY3DPEHPK3PXP&issuer=Propusk",
                "Гостиница «Полярная звезда»"
            })
    void aCameraReadsFromTheDrawingWhatWasWritten(String text) throws Exception {
        assertThat(read(QrCode.of(text).svg())).isEqualTo(text);
    }

    @Test
    void whatNoCodeHoldsIsRefused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(String svg) throws Exception {
        Matcher viewBox = SIDE.matcher(svg);
        assertThat(viewBox.find()).isTrue();
        int side = Integer.parseInt(viewBox.group(1)) * MODULE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher runs = RUN.matcher(svg);
        while (runs.find()) {
            int x = Integer.parseInt(runs.group(1)) * MODULE;
            int y = Integer.parseInt(runs.group(2)) * MODULE;
            int length = Integer.parseInt(runs.group(3)) * MODULE;
            for (int line = y; line < y + MODULE; line++) {
                Arrays.fill(pixels, line * side + x, line * side + x + length, 0);
            }
        }
        var picture = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }
}
