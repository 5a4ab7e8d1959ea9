package dev.propusk.support.ui;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.util.List;
import java.util.function.Function;

/** A date picker's own texts. */
final class DateTexts {
    private DateTexts() {}

    static DatePickerI18n of(Function<String, String> text) {
        return new DatePickerI18n()
                .setMonthNames(List.of(text.apply("date.months").split(",")))
                .setWeekdays(List.of(text.apply("date.weekdays").split(",")))
                .setWeekdaysShort(List.of(text.apply("date.weekdays-short").split(",")))
                .setFirstDayOfWeek(1)
                .setDateFormat("dd.MM.yyyy")
                .setToday(text.apply("date.today"))
                .setCancel(text.apply("cancel"));
    }
}
