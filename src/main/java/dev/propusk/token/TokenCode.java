package dev.propusk.token;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A token's code: 12 digits, the first three of them {@value #PREFIX} (rule 1). */
public record TokenCode(String value) {
    static final String PREFIX = "100";
    private static final int DIGITS = 1_000_000_000;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9]{9}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");

    public TokenCode {
        if (value.length() != 12 || !SHAPE.matcher(value).matches()) {
            throw new InvalidTokenCodeException(value.length());
        }
    }

    /** Reads what a person typed: spaces, dashes and dots do not count. Empty where it has not the shape of a code. */
    public static Optional<TokenCode> read(String typed) {
        if (typed.length() > 64) {
            return Optional.empty();
        }
        String digits = SEPARATORS.matcher(typed).replaceAll("");
        return SHAPE.matcher(digits).matches() ? Optional.of(new TokenCode(digits)) : Optional.empty();
    }

    public static TokenCode random(RandomGenerator random) {
        return ofNumber(random.nextInt(DIGITS));
    }

    /** The code whose nine random digits are this number, as {@code token_code} keeps it. */
    public static TokenCode ofNumber(int number) {
        return new TokenCode(PREFIX + String.format(Locale.ROOT, "%09d", number));
    }

    public int number() {
        return Integer.parseInt(value.substring(PREFIX.length()));
    }

    /** In groups of three, as people read it: {@code 100 123 456 789}. */
    public String grouped() {
        return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6, 9) + " "
                + value.substring(9);
    }

    @Override
    public String toString() {
        return value;
    }
}
