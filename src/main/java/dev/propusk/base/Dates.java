package dev.propusk.base;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Dates as a person writes them, in the language of a view: {@code 24 ноя 2026, 14:05}. */
public final class Dates {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Dates() {}

    public static String moment(Component view, Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return day(view, there.toLocalDate()) + ", " + CLOCK.format(there);
    }

    public static String day(Component view, LocalDate day) {
        String month = list(view, "date.months-short").get(day.getMonthValue() - 1);
        return day.getDayOfMonth() + " " + month + " " + day.getYear();
    }

    /**
     * The same for words that belong to no view.
     *
     * @param text finds a text by its key
     * @param time how the time follows the day: {@code ", HH:mm:ss"}
     */
    public static DateTimeFormatter formatter(UnaryOperator<String> text, String time) {
        String[] months = text.apply("date.months-short").split(",", -1);
        Map<Long, String> names = LongStream.rangeClosed(1, months.length)
                .boxed()
                .collect(Collectors.toMap(month -> month, month -> months[month.intValue() - 1]));
        return new DateTimeFormatterBuilder()
                .appendPattern("d ")
                .appendText(ChronoField.MONTH_OF_YEAR, names)
                .appendPattern(" yyyy" + time)
                .toFormatter(Locale.ROOT);
    }

    private static List<String> list(Component view, String key) {
        return List.of(view.getTranslation(key).split(",", -1));
    }
}
