package dev.propusk.operation.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("dev.propusk.Some");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void attach() {
        context.addTurboFilter(new RepeatedLines(nanos::get));
        written.start();
        log.addAppender(written);
    }

    @Test
    void ofOneKindAHundredLinesAMinuteAreWrittenAndTheOthersCounted() {
        for (int i = 0; i < 1_000; i++) {
            log.warn("refused by={}", i);
            new LogLine("key.refused").with("address", "192.0.2." + i).write(log, org.slf4j.event.Level.WARN);
            log.info("done {}", i);
        }
        assertThat(written.list.stream().filter(line -> line.getMessage().startsWith("refused")))
                .hasSize(RepeatedLines.LINES);
        assertThat(written.list.stream().filter(line -> line.getMessage().startsWith("key.refused")))
                .hasSize(RepeatedLines.LINES);
        assertThat(written.list.stream().filter(line -> line.getLevel() == Level.INFO))
                .hasSize(1_000);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        log.warn("refused by={}", "another");
        assertThat(written.list.getLast().getFormattedMessage()).isEqualTo("refused by=another");
    }

    @Test
    void ofOneFaultFiveStacksAMinuteAreWritten() {
        for (int i = 0; i < 50; i++) {
            log.error("{} failed", i, new IllegalStateException("one"));
            log.error("failed", new IllegalArgumentException("two"));
        }
        assertThat(written.list).hasSize(2 * RepeatedLines.TRACES);
    }
}
