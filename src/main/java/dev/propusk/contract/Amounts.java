package dev.propusk.contract;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Amounts of data and speeds as people write them, by thousands: {@code 1,5 ГБ}, {@code 10 Мбит/с}.
 *
 * @param locale whose digits and separators stand in the numbers
 * @param words finds a text in that language
 */
public record Amounts(Locale locale, Words words) {
    private static final int KILO = 1000;
    private static final int LARGEST = 3;

    /** Where texts are found. */
    public interface Words {
        String text(String key, Object... values);
    }

    /** How much. */
    public String bytes(long bytes) {
        int unit = 0;
        double amount = bytes;
        while (amount >= KILO && unit < LARGEST) {
            amount /= KILO;
            unit++;
        }
        return words.text("amount.bytes." + unit, number(amount));
    }

    /**
     * How fast.
     *
     * @param kbit thousands of bits in a second
     */
    public String speed(int kbit) {
        return kbit < KILO
                ? words.text("amount.kbit", number(kbit))
                : words.text("amount.mbit", number((double) kbit / KILO));
    }

    private String number(double amount) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }
}
