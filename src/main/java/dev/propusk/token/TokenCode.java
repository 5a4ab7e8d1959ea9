package dev.propusk.token;

import dev.propusk.base.typed.Typed;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A token's code: 12 digits, the first three of them {@value #PREFIX} (rule 1). */
public record TokenCode(String value) {
    public static final String PREFIX = "100";
    private static final int LENGTH = 12;
    private static final int DIGITS = 1_000_000_000;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9]{9}");
    private static final Pattern SHORT = Pattern.compile("[0-9]{1,11}");
    private static final int LONGEST = 64;

    /** What people put between, before and behind digits; a colon is not among it, for it stands between those of addresses. */
    private static final Pattern SEPARATORS = Pattern.compile("[ .,;/_'\"#№()\\[\\]\\-]");

    /** Six pairs with dashes are a device's address, whatever its digits. */
    private static final Pattern ADDRESS = Pattern.compile(" *[0-9]{2}(?:-[0-9]{2}){5} *");

    public TokenCode {
        if (value.length() != LENGTH || !SHAPE.matcher(value).matches()) {
            throw new InvalidTokenCodeException(value.length());
        }
    }

    /**
     * Reads what a person typed, on any keyboard: digits of any script, the letters that look like 0 and 1, and whatever
     * people put between them. Empty where it has not the shape of a code.
     */
    public static Optional<TokenCode> read(String typed) {
        String digits = digits(typed);
        return SHAPE.matcher(digits).matches() ? Optional.of(new TokenCode(digits)) : Optional.empty();
    }

    /** How many digits are missing, 1..11, where fewer than twelve and nothing else was typed; else empty. */
    public static OptionalInt missing(String typed) {
        String digits = digits(typed);
        return SHORT.matcher(digits).matches() ? OptionalInt.of(LENGTH - digits.length()) : OptionalInt.empty();
    }

    private static String digits(String typed) {
        String plain = typed.length() > LONGEST ? "" : Typed.plain(typed);
        return ADDRESS.matcher(plain).matches()
                ? ""
                : SEPARATORS
                        .matcher(plain)
                        .replaceAll("")
                        .chars()
                        .map(TokenCode::digit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The digit that a letter was taken for: Latin and Cyrillic O, small L, Latin and Ukrainian I. */
    private static int digit(int sign) {
        return switch (sign) {
            case 'O', 'o', '\u041E', '\u043E' -> '0';
            case 'l', 'I', '\u0406', '|' -> '1';
            default -> sign;
        };
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
