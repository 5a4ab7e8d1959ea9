package dev.propusk.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Who is being worked for, and who may be next. Whoever takes long is silent until proved otherwise: all silent lanes
 * together have places of their own and none of the others', so that however many there are, the others go on.
 */
final class Lanes {
    /** At once for those who are prompt, or not yet known; as many again for the silent ones. */
    static final int PLACES = 128;
    /** In all: those who turn out to be silent keep their places until they are done. */
    static final int MOST = 512;

    static final Duration LONG = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int REMEMBERED = 10_000;

    private final LaneLimits limits;
    private final LongSupplier nanos;
    private final Map<Leased, Long> going = new HashMap<>();
    private final Semaphore ended = new Semaphore(0);
    private final Map<UUID, Boolean> prompt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    Lanes(LaneLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    synchronized void begin(Leased row) {
        going.put(row, nanos.getAsLong());
    }

    synchronized void end(Leased row) {
        Long began = going.remove(row);
        if (began != null) {
            prompt.put(row.lane(), !isLong(began));
        }
        ended.release();
    }

    /** Until one is done, or so long. @return false: interrupted */
    boolean awaitEnd(Duration most) {
        try {
            // whether or not one was: it is looked again
            boolean isDone = ended.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            return isDone || !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until nothing goes on any more; whether that came in time. */
    boolean awaitRest(Duration most) {
        long until = nanos.getAsLong() + most.toNanos();
        boolean waits = true;
        while (waits && !isAtRest() && nanos.getAsLong() < until) {
            waits = awaitEnd(LOOK);
        }
        return isAtRest();
    }

    private synchronized boolean isAtRest() {
        return going.isEmpty();
    }

    private boolean isLong(long began) {
        return nanos.getAsLong() - began >= LONG.toNanos();
    }

    /** The places that are free now. */
    synchronized Places places() {
        ended.drainPermits();
        Map<UUID, Integer> taken = new HashMap<>();
        going.forEach((row, began) -> {
            taken.merge(row.lane(), 1, Integer::sum);
            if (isLong(began)) {
                prompt.put(row.lane(), false);
            }
        });
        int ofSilent = going.keySet().stream()
                .mapToInt(row -> isSilent(row.lane()) ? 1 : 0)
                .sum();
        return new Places(taken, ofSilent, going.size() - ofSilent);
    }

    private boolean isSilent(UUID lane) {
        return Boolean.FALSE.equals(prompt.get(lane));
    }

    private synchronized int limit(UUID lane) {
        Boolean known = prompt.get(lane);
        return known == null ? 1 : known ? limits.prompt() : limits.silent();
    }

    /** What is free, less what was asked for. */
    final class Places {
        private final Map<UUID, Integer> taken;
        private int silent;
        private int others;

        private Places(Map<UUID, Integer> taken, int silent, int others) {
            this.taken = taken;
            this.silent = silent;
            this.others = others;
        }

        /** Takes places for the lane: as many as it has now, {@code most} at the most. */
        int take(UUID lane, int most) {
            synchronized (Lanes.this) {
                boolean isSilent = isSilent(lane);
                int own = limit(lane) - taken.getOrDefault(lane, 0);
                int room = Math.min(PLACES - (isSilent ? silent : others), MOST - silent - others);
                int places = Math.max(0, Math.min(most, Math.min(own, room)));
                taken.merge(lane, places, Integer::sum);
                silent += isSilent ? places : 0;
                others += isSilent ? 0 : places;
                return places;
            }
        }
    }
}
