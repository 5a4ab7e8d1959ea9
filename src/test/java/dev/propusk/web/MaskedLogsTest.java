package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.mock.env.MockEnvironment;

class MaskedLogsTest {
    private static final String CUSTOMIZER = "logging.structured.json.customizer";
    private static final String SECRETS =
            "Duplicate entry '100123456789-AC:DE:48:01:02:03' with key pk_live_Abc123, 100 123 456 789, ac-de-48-01-02-03";
    /** Of which texts are put together that are often, and often nearly, what is masked. */
    private static final List<String> PIECES = List.of(
            "100",
            "100123456789",
            "123",
            "456",
            "0",
            " ",
            "-",
            ":",
            "ac",
            "DE:48:",
            "01-02-03",
            "AC:DE:48:01:02:03",
            "f",
            "pk_",
            "gk_",
            "rk_",
            "whsec_",
            "k_",
            "abcd",
            "_x",
            "\n",
            "\t",
            "\r",
            "\u007f",
            "\u00a0",
            "\u200b",
            "ж",
            "~");

    private static final String HARMLESS =
            "1000 tokens in 100123 ms at 2026-11-24T10:00:00, id 0192f1a2-100a-7000-8000-1";

    @Test
    void structuredLogsShowNoCodeMacOrKey() {
        assertThat(MaskedLogs.mask(SECRETS))
                .isEqualTo("Duplicate entry '100******789-AC:DE:48:**:**:**' with key pk_***, 100******789,"
                        + " ac:de:48:**:**:**".replace("ac:de:48:", "ac-de-48:"));
        assertThat(MaskedLogs.mask(HARMLESS)).isEqualTo(HARMLESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pk_", "gk_", "rk_", "whsec_"})
    void noKeyOfAnyKindIsShown(String kind) {
        assertThat(MaskedLogs.mask("refused: " + kind + "8fJ2kLmN0pQ")).isEqualTo("refused: " + kind + "***");
    }

    /** It looks whether a pattern may be in the text before it asks the pattern. */
    @Test
    void whatIsSkippedWouldHaveChangedNothing() {
        Random random = new Random(20261130);
        int masked = 0;
        for (int i = 0; i < 50_000; i++) {
            String text = Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                    .limit(random.nextInt(30))
                    .collect(Collectors.joining());
            assertThat(MaskedLogs.mask(text)).as(text).isEqualTo(byAllPatterns(text));
            masked += MaskedLogs.mask(text).equals(text) ? 0 : 1;
        }
        assertThat(masked).isBetween(10_000, 40_000);
    }

    private static String byAllPatterns(String text) {
        String visible = MaskedLogs.UNSEEN.matcher(text).replaceAll(" ");
        String withoutCodes = MaskedLogs.CODE.matcher(visible).replaceAll("100******$1");
        String withoutMacs = MaskedLogs.MAC.matcher(withoutCodes).replaceAll("$1:**:**:**");
        return MaskedLogs.KEY.matcher(withoutMacs).replaceAll("$1***");
    }

    @Test
    void plainLogsShowNoneEither() throws IOException {
        String line = plain(SECRETS, new IllegalStateException(SECRETS));
        assertThat(line)
                .contains("100******789-AC:DE:48:**:**:**", "pk_***")
                .doesNotContain("123456789", "123 456 789", "02:03", "02-03", "Abc123")
                .containsOnlyOnce("at " + getClass().getName() + ".plainLogsShowNoneEither");
        assertThat(plain(HARMLESS, null)).contains(HARMLESS);
    }

    @Test
    void noTextThatACallerChoseBeginsALineOrTurnsItRound() throws IOException {
        String forged = "wrong\n2026-11-30 ERROR forged\r\u0085\u2028\u2029 \u202Egnp.exe \u009B2J\u0007\u200B";
        assertThat(plain(forged, new IllegalStateException(forged))
                        .lines()
                        .skip(1)
                        .filter(line -> !line.isEmpty()))
                .allSatisfy(line -> assertThat(line).startsWith("    "));
        for (String shown : new String[] {plain(forged, null), MaskedLogs.mask(forged)}) {
            assertThat(shown.codePoints().filter(point -> point != '\n' && point != '\t'))
                    .noneMatch(point -> Character.isISOControl(point)
                            || Character.getType(point) == Character.FORMAT
                            || Character.getType(point) == Character.LINE_SEPARATOR
                            || Character.getType(point) == Character.PARAGRAPH_SEPARATOR);
        }
    }

    @Test
    void aFileShowsNoneEither(@TempDir Path folder) throws IOException {
        assertThat(written(folder, Map.of()))
                .contains(" WARN ")
                .contains("100******789-AC:DE:48:**:**:**", "pk_***")
                .doesNotContain("123456789", "02:03", "Abc123");
    }

    @Test
    void norAStructuredOne(@TempDir Path folder) throws IOException {
        assertThat(written(folder, Map.of("FILE_LOG_STRUCTURED_FORMAT", "ecs")))
                .startsWith("{\"@timestamp\"")
                .contains("100******789-AC:DE:48:**:**:**", "pk_***")
                .doesNotContain("123456789", "02:03", "Abc123");
    }

    /** By the application's own configuration, in a context of its own. */
    private static String written(Path folder, Map<String, String> asked) throws IOException {
        Properties settings = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        Path file = folder.resolve("propusk.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.putObject(
                Environment.class.getName(),
                new MockEnvironment().withProperty(CUSTOMIZER, settings.getProperty(CUSTOMIZER)));
        context.putProperty("CONSOLE_LOG_THRESHOLD", "OFF");
        context.putProperty("LOG_FILE", file.toString());
        context.putProperty("FILE_LOG_PATTERN", settings.getProperty("logging.pattern.console"));
        asked.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(new ClassPathResource("logback-spring.xml").getURL());
            context.getLogger(MaskedLogsTest.class).warn(SECRETS, new IllegalStateException(SECRETS));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        } finally {
            context.stop();
        }
        return Files.readString(file);
    }

    private static String plain(String message, @org.jspecify.annotations.Nullable Throwable failure)
            throws IOException {
        Properties settings = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.getInstanceConverterMap().put("masked", MaskedText::new);
        layout.setPattern(settings.getProperty("logging.pattern.console"));
        layout.start();
        Logger logger = context.getLogger(MaskedLogsTest.class);
        return layout.doLayout(
                new LoggingEvent(Logger.class.getName(), logger, Level.WARN, message, failure, new Object[0]));
    }
}
