package dev.propusk.base;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Dates as a person writes them, in the language of a view: {@code 24 ноя 2026, 14:05}. */
public final class Dates {
    private Dates() {}

    public static String moment(Component view, Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return "%s, %02d:%02d".formatted(day(view, there.toLocalDate()), there.getHour(), there.getMinute());
    }

    public static String day(Component view, LocalDate day) {
        String month = list(view, "date.months-short").get(day.getMonthValue() - 1);
        return day.getDayOfMonth() + " " + month + " " + day.getYear();
    }

    private static List<String> list(Component view, String key) {
        return List.of(view.getTranslation(key).split(","));
    }
}
