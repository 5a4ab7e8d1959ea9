package dev.propusk.faults;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that was tried and acknowledged, from all applications that ever ran on one database. */
final class Answers {
    final Map<String, Integer> generating = new ConcurrentHashMap<>();
    final Map<String, Integer> generated = new ConcurrentHashMap<>();
    final Map<String, String> activated = new ConcurrentHashMap<>();
    final Map<String, String> entered = new ConcurrentHashMap<>();
    final Map<String, Boolean> annulled = new ConcurrentHashMap<>();
    final Map<String, Boolean> deleted = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> failed = new ConcurrentHashMap<>();
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();
    private volatile String last = "";

    void hear(String line) {
        String[] word = line.split(" ", -1);
        switch (word[0]) {
            case "generating" -> generating.put(word[1], Integer.valueOf(word[2]));
            case "generated" -> generated.put(word[1], Integer.valueOf(word[2]));
            case "activated" -> activated.put(word[1], word[2]);
            case "entered" -> entered.put(word[1], word[2]);
            case "annulled" -> annulled.put(word[1], true);
            case "deleted" -> deleted.put(word[1], true);
            case "failed" ->
                failed.computeIfAbsent(word[1], name -> new AtomicInteger()).incrementAndGet();
            default -> throw new IllegalArgumentException(line);
        }
        if (!word[0].equals("failed") && !word[0].equals("generating")) {
            times.add(System.nanoTime());
        }
        last = line;
    }

    void addAll(Answers other) {
        generating.putAll(other.generating);
        generated.putAll(other.generated);
        activated.putAll(other.activated);
        entered.putAll(other.entered);
        annulled.putAll(other.annulled);
        deleted.putAll(other.deleted);
        failed.putAll(other.failed);
        times.addAll(other.times);
    }

    int count() {
        return generated.size() + activated.size() + entered.size() + annulled.size() + deleted.size();
    }

    int failures() {
        return failed.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** The longest time without an answer between these moments of {@link System#nanoTime}, in seconds. */
    double longestGap(long from, long to) {
        long longest = 0;
        long before = from;
        for (long time : times.stream()
                .filter(time -> time >= from && time <= to)
                .sorted()
                .toList()) {
            longest = Math.max(longest, time - before);
            before = time;
        }
        return Math.max(longest, to - before) / 1e9;
    }

    /** Answers a second between these moments. */
    double perSecond(long from, long to) {
        return times.stream().filter(time -> time >= from && time <= to).count() * 1e9 / (to - from);
    }

    @Override
    public String toString() {
        return count() + " answered, " + failures() + " failed " + failed + ", last: " + last;
    }
}
