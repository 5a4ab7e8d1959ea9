package dev.propusk.gateway.origin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whose a packet is: somebody's, or nobody's for a reason.
 *
 * @param chosen empty: nobody's
 * @param refusal empty: somebody's
 */
public record Choice<T>(Optional<T> chosen, Optional<Refusal> refusal) {
    public static <T> Choice<T> of(T one) {
        return new Choice<>(Optional.of(one), Optional.empty());
    }

    public static <T> Choice<T> nobody(Refusal refusal) {
        return new Choice<>(Optional.empty(), Optional.of(refusal));
    }

    /**
     * Of all that speak from its address; where that are several, one without a sign is never meant: it would be whoever the
     * others are not.
     */
    public static <T> Choice<T> among(Collection<T> all, Function<T, Signs> signs, Asked asked) {
        List<T> fitting = all.stream()
                .filter(one -> all.size() == 1 || !signs.apply(one).areNone())
                .filter(one -> signs.apply(one).fit(asked))
                .toList();
        int best = fitting.stream()
                .mapToInt(one -> signs.apply(one).weight())
                .max()
                .orElse(0);
        List<T> meant = fitting.stream()
                .filter(one -> signs.apply(one).weight() == best)
                .toList();
        return switch (meant.size()) {
            case 0 -> Choice.nobody(Refusal.NO_SIGN);
            case 1 -> Choice.of(meant.getFirst());
            default -> Choice.nobody(Refusal.SEVERAL_FIT);
        };
    }
}
