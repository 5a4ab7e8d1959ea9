package dev.propusk.sheet.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetPaper;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sheet through Chromium's own print dialog, which saves as PDF what it would send to a printer. It opens windows, for
 * which a machine without a screen needs Xvfb, and takes half a minute: not among the other tests.
 */
class SheetFromTheBrowserCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PAGE = """
            <title>printed</title><iframe id="sheet" src="sheet.pdf" style="width: 90vw; height: 90vh"></iframe>
            <script>sheet.onload = () => setTimeout(() => sheet.contentWindow.print(), 4000)</script>""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"A4, RUSSIAN, 7", "A4, BOTH, 200", "LETTER, ENGLISH, 7", "RECEIPT, RUSSIAN, 2"})
    void thePagesThatCanBePrintedAreThoseOfTheSheet(SheetPaper paper, SheetLanguage language, int tokens)
            throws Exception {
        byte[] pdf = Coupons.sheet(Coupons.POLAR_STAR, Coupons.in(language, paper), Coupons.many(tokens))
                .pdf();
        try (PrintedSheet sheet = new PrintedSheet(pdf);
                PrintedSheet printed = new PrintedSheet(print(pdf))) {
            assertThat(printed.pages()).isEqualTo(sheet.pages());
            assertThat(printed.paperSizes()).isEqualTo(sheet.paperSizes());
            for (int page : new int[] {0, sheet.pages() - 1}) {
                assertThat(different(sheet.picture(page, 60), printed.picture(page, 60)))
                        .isLessThan(0.001);
            }
        }
    }

    private byte[] print(byte[] pdf) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/xvfb-run")), "no screen on this machine");
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Path profile = Files.createDirectories(folder.resolve("profile").resolve("Default"));
        Files.writeString(profile.resolve("Preferences"), savesAsPdf(saved));
        HttpServer server = serve(pdf);
        Process browser = new ProcessBuilder(
                        "/usr/bin/xvfb-run",
                        "-a",
                        "/usr/bin/chromium",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--kiosk-printing",
                        "--user-data-dir=" + profile.getParent(),
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        try {
            return await().atMost(PATIENCE).until(() -> printed(saved.toFile()), SheetFromTheBrowserCheck::isWhole);
        } finally {
            browser.descendants().forEach(ProcessHandle::destroy);
            browser.destroy();
            browser.waitFor(10, TimeUnit.SECONDS);
            server.stop(0);
        }
    }

    private static String savesAsPdf(Path folder) {
        return """
                {"printing":{"print_preview_sticky_settings":{"appState":"{\\"version\\":2,\\"recentDestinations\\":[{\\"id\\":\
                \\"Save as PDF\\",\\"origin\\":\\"local\\",\\"account\\":\\"\\"}],\\"selectedDestinationId\\":\\"Save as PDF\\"}"}},
                "savefile":{"default_directory":"%1$s"},"download":{"default_directory":"%1$s"}}""".formatted(folder);
    }

    private static byte[] printed(File saved) throws IOException {
        File[] files = saved.listFiles((folder, name) -> name.endsWith(".pdf"));
        return files == null || files.length == 0 ? new byte[0] : Files.readAllBytes(files[0].toPath());
    }

    private static boolean isWhole(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).stripTrailing().endsWith("%%EOF");
    }

    private static HttpServer serve(byte[] pdf) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isSheet = exchange.getRequestURI().getPath().endsWith(".pdf");
            byte[] body = isSheet ? pdf : PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", isSheet ? "application/pdf" : "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** The part of the dots that are not alike. */
    private static double different(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        int dots = one.getWidth() * one.getHeight();
        long unlike = IntStream.range(0, dots)
                .filter(dot -> Math.abs((one.getRGB(dot % one.getWidth(), dot / one.getWidth()) & 0xFF)
                                - (other.getRGB(dot % one.getWidth(), dot / one.getWidth()) & 0xFF))
                        > 64)
                .count();
        return (double) unlike / dots;
    }
}
