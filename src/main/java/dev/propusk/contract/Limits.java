package dev.propusk.contract;

import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a device may do at the most (rule 24); a part that is null has no limit, or somebody else's (see {@link #or}).
 *
 * @param downKbit thousands of bits in a second to the device, {@value #MIN_KBIT}..{@value #MAX_KBIT}
 * @param upKbit the same from the device
 * @param idleMinutes after so long without traffic it is put off, 1..{@value #MAX_IDLE}
 * @param trafficMegabytes millions of bytes in both directions together, 1..{@value #MAX_MEGABYTES}
 */
@Embeddable
public record Limits(
        @Nullable Integer downKbit,
        @Nullable Integer upKbit,
        @Nullable Integer idleMinutes,
        @Nullable Integer trafficMegabytes) {
    public static final int MIN_KBIT = 64;
    public static final int MAX_KBIT = 1_000_000;
    public static final int MAX_IDLE = 1440;
    public static final int MAX_MEGABYTES = 1_000_000;
    public static final Limits NONE = new Limits(null, null, null, null);

    private static final long MEGABYTE = 1_000_000;

    public Limits {
        check(isKbit(downKbit), "downKbit");
        check(isKbit(upKbit), "upKbit");
        check(isIdle(idleMinutes), "idleMinutes");
        check(isTraffic(trafficMegabytes), "trafficMegabytes");
    }

    public static boolean isKbit(@Nullable Integer kbit) {
        return isWithin(kbit, MIN_KBIT, MAX_KBIT);
    }

    public static boolean isIdle(@Nullable Integer minutes) {
        return isWithin(minutes, 1, MAX_IDLE);
    }

    public static boolean isTraffic(@Nullable Integer megabytes) {
        return isWithin(megabytes, 1, MAX_MEGABYTES);
    }

    private static boolean isWithin(@Nullable Integer value, int least, int most) {
        return value == null || (value >= least && value <= most);
    }

    /** These, and of the others those that are not set here. */
    public Limits or(Limits others) {
        return new Limits(
                either(downKbit, others.downKbit),
                either(upKbit, others.upKbit),
                either(idleMinutes, others.idleMinutes),
                either(trafficMegabytes, others.trafficMegabytes));
    }

    private static @Nullable Integer either(@Nullable Integer own, @Nullable Integer other) {
        return own == null ? other : own;
    }

    public boolean areNone() {
        return equals(NONE);
    }

    /** How many bytes may pass in all; empty: any number. */
    public Optional<Long> octets() {
        return Optional.ofNullable(trafficMegabytes).map(megabytes -> megabytes * MEGABYTE);
    }

    /** Those that are set, by the names that programs know them by. */
    public Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        name(named, "downKbit", downKbit);
        name(named, "upKbit", upKbit);
        name(named, "idleMinutes", idleMinutes);
        name(named, "trafficMegabytes", trafficMegabytes);
        return named;
    }

    private static void name(Map<String, Integer> named, String name, @Nullable Integer value) {
        if (value != null) {
            named.put(name, value);
        }
    }

    private static void check(boolean valid, String field) {
        if (!valid) {
            throw new InvalidContractException(field);
        }
    }
}
