package dev.propusk.statistics.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.base.ZoneName;
import dev.propusk.statistics.DayActivations;
import dev.propusk.statistics.Report;
import dev.propusk.statistics.ReportedKind;
import dev.propusk.statistics.UnusedOfDay;
import dev.propusk.statistics.ui.ChartContent.Data;
import dev.propusk.statistics.ui.ChartContent.Series;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells a report in the language of a view: charts, tables, and sentences with the main figures. */
class StatisticsWords {
    private final Component view;
    private final Report report;
    private final Locale language;
    private final List<ReportedKind> kinds;

    StatisticsWords(Component view, Report report) {
        this.view = view;
        this.report = report;
        this.language = view.getUI().orElseThrow().getLocale();
        this.kinds = Arrays.stream(ReportedKind.values())
                .filter(kind -> report.of(kind) > 0)
                .toList();
    }

    ChartContent days() {
        List<String> header = new ArrayList<>(List.of(text("statistics.date")));
        kinds.forEach(kind -> header.add(name(kind)));
        header.add(text("statistics.total"));
        return content(
                "days",
                report.busiest()
                        .map(most -> text(
                                "statistics.days.summary",
                                report.total(),
                                report.period().days(),
                                day(most.day()),
                                most.total()))
                        .orElseGet(() -> text("statistics.none")),
                "bar",
                report.days().stream().map(one -> day(one.day())).toList(),
                kinds.stream()
                        .map(kind -> series(name(kind), report.days(), one -> one.of(kind)))
                        .toList(),
                header,
                report.days().stream().map(this::row).toList());
    }

    private List<String> row(DayActivations one) {
        List<String> row = new ArrayList<>(List.of(date(one.day())));
        kinds.forEach(kind -> row.add(String.valueOf(one.of(kind))));
        row.add(String.valueOf(one.total()));
        return row;
    }

    ChartContent hours() {
        List<Integer> hours = report.hours();
        int most = IntStream.range(0, 24).reduce(0, (a, b) -> hours.get(b) > hours.get(a) ? b : a);
        List<String> labels = IntStream.range(0, 24)
                .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
                .toList();
        return content(
                "hours",
                report.total() == 0
                        ? text("statistics.none")
                        : text(
                                "statistics.hours.summary",
                                labels.get(most),
                                labels.get((most + 1) % 24),
                                hours.get(most),
                                ZoneName.of(report.zone())),
                "bar",
                labels,
                List.of(series(text("statistics.activations"), hours, Function.identity())),
                List.of(text("statistics.hour"), text("statistics.activations")),
                IntStream.range(0, 24)
                        .mapToObj(hour -> List.of(labels.get(hour), String.valueOf(hours.get(hour))))
                        .toList());
    }

    ChartContent kinds() {
        return content(
                "kinds",
                kinds.isEmpty()
                        ? text("statistics.none")
                        : kinds.stream()
                                .map(kind -> name(kind) + ": " + report.of(kind))
                                .collect(Collectors.joining("; ", "", ".")),
                "bar",
                kinds.stream().map(this::name).toList(),
                List.of(series(text("statistics.activations"), kinds, report::of)),
                List.of(text("statistics.kind"), text("statistics.activations")),
                kinds.stream()
                        .map(kind -> List.of(name(kind), String.valueOf(report.of(kind))))
                        .toList());
    }

    ChartContent unused() {
        Map<LocalDate, UnusedOfDay> known =
                report.unused().stream().collect(Collectors.toMap(UnusedOfDay::day, Function.identity()));
        List<LocalDate> days = report.days().stream().map(DayActivations::day).toList();
        LocalDate since = report.recordedSince();
        return content(
                "unused",
                since == null
                        ? text("statistics.unused.none")
                        : text("statistics.unused.summary", report.unusedNow(), lowest(), day(since)),
                "line",
                days.stream().map(this::day).toList(),
                List.of(
                        series(text("statistics.unused.last"), days, one -> value(known.get(one), UnusedOfDay::last)),
                        series(
                                text("statistics.unused.lowest"),
                                days,
                                one -> value(known.get(one), UnusedOfDay::lowest))),
                List.of(text("statistics.date"), text("statistics.unused.last"), text("statistics.unused.lowest")),
                report.unused().stream()
                        .map(one -> List.of(date(one.day()), String.valueOf(one.last()), String.valueOf(one.lowest())))
                        .toList());
    }

    private int lowest() {
        return report.unused().stream().mapToInt(UnusedOfDay::lowest).min().orElse(report.unusedNow());
    }

    private static @Nullable Integer value(@Nullable UnusedOfDay known, Function<UnusedOfDay, Integer> which) {
        return known == null ? null : which.apply(known);
    }

    private ChartContent content(
            String name,
            String summary,
            String type,
            List<String> labels,
            List<Series> series,
            List<String> header,
            List<List<String>> rows) {
        String title = text("statistics.title." + name);
        String file = "propusk-" + name + "-" + report.days().getLast().day();
        return new ChartContent(
                title, summary, file, new Data(type, name.equals("days"), title, labels, series), header, rows);
    }

    private static <T> Series series(String name, List<T> items, Function<T, @Nullable Integer> value) {
        List<@Nullable Integer> values = new ArrayList<>();
        items.forEach(item -> values.add(value.apply(item)));
        return new Series(name, values);
    }

    /** {@code 24 ноя}: Java's own short months have dots and up to four letters. */
    private String day(LocalDate date) {
        String month = DateTimeFormatter.ofPattern("MMM", language).format(date);
        return date.getDayOfMonth() + " " + month.substring(0, Math.min(3, month.length()));
    }

    /** For tables, in a form that spreadsheets take for a date. */
    private String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("statistics.date.format"), language)
                .format(date);
    }

    private String name(ReportedKind kind) {
        return text("statistics.kind." + kind);
    }

    private String text(String key, Object... values) {
        return view.getUI().orElseThrow().getTranslation(key, values);
    }
}
