package dev.propusk.data;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that the database does not answer: in one line a minute, however many jobs and calls find out, and in one
 * when it is back. What they failed by is the same for all, so that nobody needs its stack trace.
 */
public class DatabaseNews {
    private static final Logger log = LoggerFactory.getLogger(DatabaseNews.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private boolean isAway;
    private long since;
    private long told;

    DatabaseNews(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Takes a failure that has this reason and no other.
     *
     * @return false where it is another one, which whoever met it tells
     */
    public synchronized boolean take(Throwable failure) {
        if (!DatabaseAway.isCauseOf(failure)) {
            return false;
        }
        long now = nanos.getAsLong();
        boolean isNew = !isAway;
        if (isNew) {
            isAway = true;
            since = now;
        }
        if (isNew || now - told >= BETWEEN.toNanos()) {
            told = now;
            log.error("The database does not answer, for {} s now: {}", seconds(now), reason(failure));
        }
        return true;
    }

    /** What had failed for it works again. */
    public synchronized void isBack() {
        if (isAway) {
            isAway = false;
            log.info("The database answers again, after {} s", seconds(nanos.getAsLong()));
        }
    }

    private long seconds(long now) {
        return Duration.ofNanos(now - since).toSeconds();
    }

    /** The deepest one names the server and what it said, in its first line. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse("").strip();
    }
}
