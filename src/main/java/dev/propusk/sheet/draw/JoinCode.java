package dev.propusk.sheet.draw;

import dev.propusk.base.QrCode;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * A code that lets a phone join the network. It holds the network's name and that it is open, never a token: a photo of
 * it is worth nothing.
 */
record JoinCode(QrCode code) {
    static JoinCode ofNetwork(String ssid) {
        return new JoinCode(QrCode.of(text(ssid)));
    }

    /** In the notation that cameras of phones read (first defined by ZXing). */
    static String text(String ssid) {
        return "WIFI:T:nopass;S:" + ssid.replaceAll("[\\\\;,:\"]", "\\\\$0") + ";;";
    }

    Stamp drawnOn(PdfContentByte page, float size) {
        PdfTemplate drawing = page.createTemplate(size, size);
        drawing.concatCTM(size / code.size(), 0, 0, -size / code.size(), 0, size);
        code.dark().forEach(run -> drawing.rectangle(run.x(), run.y(), run.length(), 1));
        drawing.fill();
        return new Stamp(drawing);
    }
}
