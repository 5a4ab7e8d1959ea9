package dev.propusk.base;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A QR code as what is dark in it, to be drawn as shapes, not as a picture, so that it is sharp on any screen and printer.
 *
 * @param size modules to a side, without the quiet zone
 * @param dark from left to right, line by line
 */
public record QrCode(int size, List<Run> dark) {
    private static final int QUIET_ZONE = 4;

    /** Dark modules beside each other; counted from the upper left corner. */
    public record Run(int x, int y, int length) {}

    /**
     * The smallest that holds this text.
     *
     * @throws IllegalArgumentException where it is too long for any
     */
    public static QrCode of(String text) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            ByteMatrix modules =
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
            return new QrCode(modules.getWidth(), dark(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("text", e);
        }
    }

    private static List<Run> dark(ByteMatrix modules) {
        List<Run> runs = new ArrayList<>();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int end = x;
                while (end < modules.getWidth() && modules.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    runs.add(new Run(x, y, end - x));
                }
                x = end + 1;
            }
        }
        return List.copyOf(runs);
    }

    /** Black on white with its quiet zone, whatever the page's colours. */
    public String svg() {
        String path = dark.stream()
                .map(run -> String.format(
                        Locale.ROOT,
                        "M%d %dh%dv1h-%dz",
                        run.x() + QUIET_ZONE,
                        run.y() + QUIET_ZONE,
                        run.length(),
                        run.length()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>""", size + 2 * QUIET_ZONE, path);
    }
}
