package dev.propusk.mariadb;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of MariaDB, such as 10.11.5. */
record MariaDbVersion(int major, int minor, int patch) implements Comparable<MariaDbVersion> {
    /** Older ones order the bytes of a time-ordered UUID differently. */
    static final MariaDbVersion OLDEST = new MariaDbVersion(10, 11, 5);

    private static final Pattern SHAPE = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)-MariaDB");
    private static final Comparator<MariaDbVersion> ORDER = Comparator.comparingInt(MariaDbVersion::major)
            .thenComparingInt(MariaDbVersion::minor)
            .thenComparingInt(MariaDbVersion::patch);

    /** The version in what {@code mariadbd --version} or {@code select version()} says, if that is a MariaDB. */
    static Optional<MariaDbVersion> in(String text) {
        Matcher found = SHAPE.matcher(text);
        return found.find()
                ? Optional.of(new MariaDbVersion(number(found, 1), number(found, 2), number(found, 3)))
                : Optional.empty();
    }

    boolean isTooOld() {
        return compareTo(OLDEST) < 0;
    }

    /** Whether a server of this version may open files that one of the other version wrote. */
    boolean opensFilesOf(MariaDbVersion other) {
        return isSameSeriesAs(other) || compareTo(other) > 0;
    }

    boolean isSameSeriesAs(MariaDbVersion other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(MariaDbVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return number() + "-MariaDB";
    }

    /** {@code 10.11.5}. */
    String number() {
        return major + "." + minor + "." + patch;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
