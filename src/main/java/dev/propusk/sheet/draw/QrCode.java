package dev.propusk.sheet.draw;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * A code that lets a phone join the network. It holds the network's name and that it is open, never a token: a photo of
 * it is worth nothing.
 */
record QrCode(ByteMatrix modules) {
    /** In the notation that cameras of phones read (first defined by ZXing). */
    static String join(String ssid) {
        return "WIFI:T:nopass;S:" + ssid.replaceAll("[\\\\;,:\"]", "\\\\$0") + ";;";
    }

    static QrCode ofNetwork(String ssid) {
        String text = join(ssid);
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            return new QrCode(
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("A network's name always fits a QR code", e);
        }
    }

    /** Rectangles, not a picture, so that it is sharp on any printer. */
    Stamp drawnOn(PdfContentByte page, float size) {
        PdfTemplate drawing = page.createTemplate(size, size);
        int count = modules.getWidth();
        drawing.concatCTM(size / count, 0, 0, -size / count, 0, size);
        for (int y = 0; y < count; y++) {
            drawRow(drawing, y, count);
        }
        drawing.fill();
        return new Stamp(drawing);
    }

    private void drawRow(PdfTemplate drawing, int y, int count) {
        int x = 0;
        while (x < count) {
            int end = x;
            while (end < count && modules.get(end, y) == 1) {
                end++;
            }
            if (end > x) {
                drawing.rectangle(x, y, end - x, 1);
            }
            x = end + 1;
        }
    }
}
