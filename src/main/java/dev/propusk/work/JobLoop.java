package dev.propusk.work;

import dev.propusk.data.DatabaseNews;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job's life: it runs, rests and runs again, whatever came of it. */
final class JobLoop {
    private static final Logger log = LoggerFactory.getLogger(JobLoop.class);
    /** So many runs that can't even be interrupted may stand about; the job then rests until one of them has ended. */
    private static final int MOST_HUNG = 3;

    private final String name;
    private final Duration every;
    private final Duration first;
    private final Duration longest;
    private final Runnable work;
    private final JobRecord record;
    private final DatabaseNews news;
    private final Set<Thread> hung = new HashSet<>();
    private @Nullable Thread thread;
    private boolean isInterrupted;
    private boolean isWithoutDatabase;

    JobLoop(
            String name,
            Duration every,
            Duration first,
            Duration longest,
            Runnable work,
            DatabaseNews news,
            Clock clock) {
        this.name = name;
        this.every = every;
        this.first = first.compareTo(every) < 0 ? first : every;
        this.longest = longest;
        this.work = work;
        this.news = news;
        this.record = new JobRecord(name, every, clock);
    }

    String name() {
        return name;
    }

    Duration longest() {
        return longest;
    }

    JobRecord record() {
        return record;
    }

    synchronized void start() {
        begin(first);
    }

    /** Begins no more run; one that goes on is interrupted. */
    synchronized @Nullable Thread stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.interrupt();
        }
        return stopped;
    }

    /** Whether a run goes on for too long is looked at from outside, every now and then. */
    synchronized void watch() {
        Duration running = record.running();
        if (thread == null || running.compareTo(longest) < 0) {
            return;
        }
        if (!isInterrupted) {
            isInterrupted = true;
            log.error("Job {} hangs for {}: it is interrupted", name, running);
            thread.interrupt();
        } else if (running.compareTo(longest.multipliedBy(2)) >= 0 && hung.size() < MOST_HUNG) {
            log.error("Job {} does not heed its interruption: its next run will not wait for it", name);
            hung.add(thread);
            record.failed("Hung");
            begin(every);
        }
    }

    private void begin(Duration rest) {
        thread = Thread.ofPlatform().daemon().name("job-" + name).start(() -> live(rest));
    }

    private void live(Duration rest) {
        Duration pause = rest;
        while (isCurrent()) {
            // who is interrupted while it rests is either stopped or was late: it rests again
            if (rested(pause) && isCurrent()) {
                run();
            }
            pause = every;
        }
        forget();
    }

    private void run() {
        begins();
        try {
            work.run();
            ended(null);
        } catch (Throwable e) { // whatever it is, the job comes again
            ended(e);
        }
    }

    private synchronized void begins() {
        isInterrupted = false;
        record.begins();
    }

    private synchronized void ended(@Nullable Throwable failure) {
        boolean wasInterrupted = Thread.interrupted() || isInterrupted;
        if (!isCurrent()) {
            return;
        }
        if (failure == null && !wasInterrupted) {
            worked();
        } else {
            failed(failure);
        }
    }

    private void worked() {
        if (record.worked()) {
            if (isWithoutDatabase) {
                news.isBack();
            } else {
                log.info("Job {} works again", name);
            }
        }
        isWithoutDatabase = false;
    }

    private void failed(@Nullable Throwable failure) {
        boolean isFirst = !record.failed(
                failure == null ? "Interrupted" : failure.getClass().getSimpleName());
        boolean wasWithoutDatabase = isWithoutDatabase;
        isWithoutDatabase = failure != null && news.take(failure);
        // the first of a row is told in full
        if (!isWithoutDatabase && (isFirst || wasWithoutDatabase)) {
            log.error("Job {} failed", name, failure);
        } else if (!isWithoutDatabase) {
            log.debug("Job {} failed again", name, failure);
        }
    }

    private synchronized boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    private synchronized void forget() {
        hung.remove(Thread.currentThread());
    }

    private static boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
