package dev.propusk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: a table to read, and {@code results.json} to compare. */
final class Figures {
    private final List<Figure> all = new ArrayList<>();
    private final List<String> growth = new ArrayList<>();

    /**
     * One line of the table.
     *
     * @param ratio ours to the reference; null where the goal is a bound of its own
     * @param goal what is to be reached, in words
     */
    record Figure(
            String name,
            double ours,
            @Nullable Double reference,
            @Nullable Double ratio,
            String goal,
            String unit,
            boolean met) {}

    /** Faster is larger: at least so much of the reference. */
    void atLeast(double share, String name, Compared compared, String unit) {
        add(name, compared, "at least " + number(share) + " of it", unit, compared.ratio() >= share);
    }

    /** Faster is smaller: at most so many times the reference. */
    void atMost(double times, String name, Compared compared, String unit) {
        add(name, compared, "at most " + number(times) + " times it", unit, compared.ratio() <= times);
    }

    /** A bound of its own. */
    void under(double bound, String name, double ours, String unit) {
        show(new Figure(name, ours, null, null, "under " + number(bound) + " " + unit, unit, ours < bound));
    }

    /** What could not be measured. */
    void failed(String name, Throwable cause) {
        show(new Figure(name, 0, null, null, "could not be measured: " + cause, "", false));
    }

    /** Shown beside the goals, with none of its own. */
    void grown(int rows, String name, double ours, String unit) {
        String line = String.format(Locale.ROOT, "| %,d | %s | %s %s |", rows, name, number(ours), unit);
        growth.add(line);
        print(line);
    }

    private void add(String name, Compared compared, String goal, String unit, boolean met) {
        show(new Figure(name, compared.ours(), compared.reference(), compared.ratio(), goal, unit, met));
    }

    private void show(Figure figure) {
        all.add(figure);
        print(line(figure));
    }

    private static String line(Figure figure) {
        Double reference = figure.reference();
        Double ratio = figure.ratio();
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        figure.name(),
                        number(figure.ours()),
                        reference == null ? "" : number(reference),
                        ratio == null ? "" : number(ratio),
                        figure.goal(),
                        figure.unit(),
                        figure.met() ? "met" : "MISSED");
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("results.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        StringBuilder table = new StringBuilder("| what | ours | reference | ratio | goal | unit | |\n")
                .append("|---|---|---|---|---|---|---|\n");
        all.forEach(figure -> table.append(line(figure)).append('\n'));
        table.append("\n| activations | what | |\n|---|---|---|\n");
        growth.forEach(line -> table.append(line).append('\n'));
        Files.writeString(folder.resolve("results.md"), table);
    }

    private static String number(double value) {
        String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    @SuppressWarnings("SystemOut")
    static void print(String line) {
        System.out.println(line);
    }
}
