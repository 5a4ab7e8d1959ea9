package dev.propusk.bench.measure;

import java.util.Objects;

/**
 * What a figure is to reach. Shares and multiples of the reference hold on any machine. A bound in seconds or milliseconds
 * was set for a machine of a certain speed, and hangs on how fast that is: it comes with a yardstick, which is what the
 * reference took there. Where the reference takes no longer than that, the bound holds as it stands; on a slower machine
 * it grows in proportion, so that ours is judged and not the machine. A faster machine lowers no bound.
 */
public sealed interface Goal {
    boolean isMet(Compared measured);

    /** As the table says it. */
    String words(String unit);

    /** Faster is larger: at least so much of the reference. */
    record AtLeast(double share) implements Goal {
        @Override
        public boolean isMet(Compared measured) {
            return ratio(measured) >= share;
        }

        @Override
        public String words(String unit) {
            return "at least " + Figures.number(share) + " of it";
        }
    }

    /** Faster is smaller: at most so many times the reference. */
    record AtMost(double times) implements Goal {
        @Override
        public boolean isMet(Compared measured) {
            return ratio(measured) <= times;
        }

        @Override
        public String words(String unit) {
            return "at most " + Figures.number(times) + " times it";
        }
    }

    /**
     * A bound for a machine on which the reference takes no longer than the yardstick; on a slower one, as many times the
     * reference.
     */
    record Within(double bound, double yardstick) implements Goal {
        @Override
        public boolean isMet(Compared measured) {
            return measured.ours() < bound || ratio(measured) < bound / yardstick;
        }

        @Override
        public String words(String unit) {
            return "under %s %s; where it takes over %s, under %s times it"
                    .formatted(
                            Figures.number(bound), unit, Figures.number(yardstick), Figures.number(bound / yardstick));
        }
    }

    /** A bound that no machine's speed changes. */
    record Under(double bound) implements Goal {
        @Override
        public boolean isMet(Compared measured) {
            return measured.ours() < bound;
        }

        @Override
        public String words(String unit) {
            return ("under " + Figures.number(bound) + " " + unit).strip();
        }
    }

    /** Shown beside the goals, and judged by nobody. */
    record None() implements Goal {
        @Override
        public boolean isMet(Compared measured) {
            return true;
        }

        @Override
        public String words(String unit) {
            return "";
        }
    }

    private static double ratio(Compared measured) {
        return Objects.requireNonNull(measured.ratio(), "This goal needs a reference");
    }
}
