package dev.propusk.panel;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date picker that speaks the panel's language, begins its weeks on Monday and may be left empty. */
public final class DayPicker extends DatePicker {
    /** @param label the text beside it, for eyes and screen readers alike */
    public DayPicker(String label) {
        setLabel(label);
        setClearButtonVisible(true);
        setI18n(new DatePickerI18n()
                .setMonthNames(List.of(getTranslation("date.months").split(",")))
                .setWeekdays(List.of(getTranslation("date.weekdays").split(",")))
                .setWeekdaysShort(List.of(getTranslation("date.weekdays-short").split(",")))
                .setFirstDayOfWeek(1)
                .setDateFormat("dd.MM.yyyy")
                .setToday(getTranslation("date.today"))
                .setCancel(getTranslation("cancel")));
    }

    /** The first moment of the day, and of the day after it. */
    public @Nullable Instant start(ZoneId zone) {
        return getOptionalValue().map(day -> day.atStartOfDay(zone).toInstant()).orElse(null);
    }

    public @Nullable Instant end(ZoneId zone) {
        return getOptionalValue()
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(null);
    }

    /** Takes a day from an address; what is none there does not count. */
    public void read(Optional<String> text) {
        try {
            setValue(text.map(LocalDate::parse).orElse(null));
        } catch (DateTimeException e) {
            clear();
        }
    }
}
