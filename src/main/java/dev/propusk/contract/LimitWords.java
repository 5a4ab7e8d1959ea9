package dev.propusk.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Limits in words, each by itself: {@code до 10 Мбит/с}, {@code 2 ГБ трафика}. */
public record LimitWords(Amounts amounts) {
    /** What a guest is told. */
    public List<String> guest(Limits limits) {
        List<String> words = new ArrayList<>(speed(limits));
        limits.octets().ifPresent(octets -> words.add(text("limits.words.traffic", amounts.bytes(octets))));
        return words;
    }

    /** All of them. */
    public List<String> all(Limits limits) {
        List<String> words = guest(limits);
        if (limits.idleMinutes() != null) {
            words.add(text("limits.words.idle", limits.idleMinutes()));
        }
        return words;
    }

    private List<String> speed(Limits limits) {
        if (limits.downKbit() != null && Objects.equals(limits.downKbit(), limits.upKbit())) {
            return List.of(text("limits.words.both", amounts.speed(limits.downKbit())));
        }
        List<String> words = new ArrayList<>();
        if (limits.downKbit() != null) {
            words.add(text("limits.words.down", amounts.speed(limits.downKbit())));
        }
        if (limits.upKbit() != null) {
            words.add(text("limits.words.up", amounts.speed(limits.upKbit())));
        }
        return words;
    }

    private String text(String key, Object... values) {
        return amounts.words().text(key, values);
    }
}
