package dev.propusk.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A map whose keys others choose, callers or the data: it keeps at most so many, and forgets first what nobody has asked for
 * longest. Whatever lives as long as the application remembers others' keys in one of these.
 */
public final class BoundedMap<K, V> {
    private final Map<K, V> entries;

    public BoundedMap(int most) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    /**
     * What is kept for this key, or else what is made now.
     *
     * @param make short, and asks nobody
     */
    public synchronized V computeIfAbsent(K key, Function<? super K, ? extends V> make) {
        return entries.computeIfAbsent(key, make);
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }

    public synchronized void removeIf(Predicate<? super V> isDone) {
        entries.values().removeIf(isDone);
    }

    public synchronized int size() {
        return entries.size();
    }
}
