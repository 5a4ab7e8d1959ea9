package dev.propusk.operation.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.propusk.base.BoundedMap;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the log from being filled by who sends the same nonsense again and again (door 6): of warnings and errors of one kind
 * so many a minute are written, of those with a stack trace fewer; then one line says that others are left out, and the next
 * minute begins with their number. A kind is a logger, the first word of a message and the class of what was thrown.
 */
@Component
class RepeatedLines extends TurboFilter implements InitializingBean, DisposableBean {
    static final int LINES = 100;
    static final int TRACES = 5;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int REMEMBERED = 2_000;

    private final org.slf4j.Logger log = LoggerFactory.getLogger(RepeatedLines.class);
    private final BoundedMap<Kind, Count> counts = new BoundedMap<>(REMEMBERED);
    private final LongSupplier nanos;

    RepeatedLines() {
        this(System::nanoTime);
    }

    RepeatedLines(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Kind(
            String logger, String word, @Nullable Class<?> thrown) {
        @Override
        public String toString() {
            return logger + " " + word + (thrown == null ? "" : " " + thrown.getSimpleName());
        }
    }

    private static final class Count {
        private long since;
        private int written;
        private int leftOut;
    }

    @Override
    public void afterPropertiesSet() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(this);
    }

    @Override
    public void destroy() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList().remove(this);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        // asked with no message: only whether such a line would be written at all
        if (format == null || !level.isGreaterOrEqual(Level.WARN)) {
            return FilterReply.NEUTRAL;
        }
        Throwable cause = thrown == null ? lastOf(values) : thrown;
        Kind kind = new Kind(logger.getName(), firstWord(format), cause == null ? null : cause.getClass());
        return isWritten(kind) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** A message with places has what was thrown behind their values. */
    private static @Nullable Throwable lastOf(Object @Nullable [] values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable last ? last : null;
    }

    private boolean isWritten(Kind kind) {
        Count count = counts.computeIfAbsent(kind, any -> new Count());
        int most = kind.thrown() == null ? LINES : TRACES;
        int before = 0;
        boolean isFirstLeftOut = false;
        boolean isWritten;
        synchronized (count) {
            if (count.written == 0 || nanos.getAsLong() - count.since >= MINUTE) {
                before = count.leftOut;
                count.since = nanos.getAsLong();
                count.written = 0;
                count.leftOut = 0;
            }
            isWritten = count.written < most;
            if (isWritten) {
                count.written++;
            } else {
                isFirstLeftOut = count.leftOut++ == 0;
            }
        }
        if (before > 0) {
            log.info("{} more like this were left out: {}", before, kind);
        }
        if (isFirstLeftOut) {
            log.info("Others like this are left out for up to a minute: {}", kind);
        }
        return isWritten;
    }

    /** Of a message with places, the pattern's: no caller chooses it. */
    private static String firstWord(String format) {
        int end = format.indexOf(' ');
        String word = end < 0 ? format : format.substring(0, end);
        return word.length() > 60 ? word.substring(0, 60) : word;
    }
}
