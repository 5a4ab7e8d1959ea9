package dev.propusk.operation.ui;

import com.vaadin.flow.component.Component;
import dev.propusk.base.Dates;
import dev.propusk.operation.Node;
import dev.propusk.operation.SystemReport;
import dev.propusk.work.JobReport;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts figures, times and sizes into words, in the language of a view. */
final class SystemWords {
    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final Duration AGREEING = Duration.ofSeconds(1);

    private final Component view;
    private final Locale language;
    private final ZoneId zone;
    private final Clock clock;

    SystemWords(Component view, Locale language, ZoneId zone, Clock clock) {
        this.view = view;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
    }

    /** NaN: it never was. */
    String age(double seconds) {
        return Double.isNaN(seconds)
                ? text("system.never")
                : text("system.ago", span(Duration.ofSeconds((long) seconds)));
    }

    /** The largest unit that it has one of: {@code 3 мин}. */
    String span(Duration span) {
        if (span.toDays() > 1) {
            return text("system.span.days", span.toDays());
        }
        if (span.toHours() > 0) {
            return text("system.span.hours", span.toHours());
        }
        return span.toMinutes() > 0
                ? text("system.span.minutes", span.toMinutes())
                : text("system.span.seconds", span.toSeconds());
    }

    String count(double number) {
        return Double.isNaN(number) ? text("system.unknown") : format(0).format(number);
    }

    String size(long bytes) {
        return bytes < GIGABYTE
                ? text("system.megabytes", format(0).format(bytes / MEGABYTE))
                : text("system.gigabytes", format(1).format(bytes / GIGABYTE));
    }

    private NumberFormat format(int digits) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    /** What lies below a second may as well be the way to the database and back. */
    String clock(SystemReport report) {
        return report.clockOffset().compareTo(AGREEING) < 0
                ? text("system.clock.agrees")
                : text(
                        "system.clock.offset",
                        format(1).format(report.clockOffset().toMillis() / 1e3));
    }

    String state(Node node) {
        String key = node.isSilentAt(clock.instant()) ? "system.node.silent" : "system.node.runs";
        return text(key, moment(node.seenAt()));
    }

    String state(JobReport job) {
        if (job.isFailing()) {
            return text("system.job.failing", moment(job.failed()), String.valueOf(job.failure()));
        }
        return text(job.worked() == null ? "system.job.waiting" : "system.job.works");
    }

    String moment(@Nullable Instant at) {
        return at == null ? "–" : Dates.moment(view, at, zone);
    }

    private String text(String key, Object... values) {
        return view.getTranslation(key, values);
    }
}
