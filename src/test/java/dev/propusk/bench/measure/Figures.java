package dev.propusk.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: a table to read, and {@code results.json} to compare; written anew after each row. */
public final class Figures {
    private static final String HEAD =
            "| what | ours | reference | ratio | goal | unit | |\n|---|---|---|---|---|---|---|\n";

    private final Path folder;
    private final List<Figure> judged = new ArrayList<>();
    private final List<Figure> shown = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** @param folder for {@code results.json} and {@code results.md} */
    public Figures(Path folder) {
        this.folder = folder;
    }

    /**
     * One line of the table.
     *
     * @param ratio ours to the reference; null, as the reference, where nothing stands beside ours
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

    void measured(Row row, Compared compared) throws IOException {
        add(
                row,
                new Figure(
                        row.name(),
                        compared.ours(),
                        compared.reference(),
                        compared.ratio(),
                        row.goal().words(row.unit()),
                        row.unit(),
                        row.goal().isMet(compared)));
    }

    /** What could not be measured is a line of the table too. */
    void failed(Row row, Throwable cause) throws IOException {
        failures.add(row.name() + ": " + cause);
        unmeasured(row, cause);
    }

    /** As {@link #failed}, where this machine lacks what it needs: nothing is wrong. */
    void unmeasured(Row row, Throwable cause) throws IOException {
        add(row, new Figure(row.name(), 0, null, null, "could not be measured: " + cause, row.unit(), false));
    }

    /** Rows that something was wrong with, and what. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private void add(Row row, Figure figure) throws IOException {
        (row.goal() instanceof Goal.None ? shown : judged).add(figure);
        print(line(figure));
        write();
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("results.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(judged));
        StringBuilder table = new StringBuilder(HEAD);
        judged.forEach(figure -> table.append(line(figure)).append('\n'));
        table.append('\n').append(HEAD);
        shown.forEach(figure -> table.append(line(figure)).append('\n'));
        Files.writeString(folder.resolve("results.md"), table);
    }

    private static String line(Figure figure) {
        String verdict = figure.met() ? figure.goal().isEmpty() ? "" : "met" : "MISSED";
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        figure.name(),
                        number(figure.ours()),
                        number(figure.reference()),
                        number(figure.ratio()),
                        figure.goal(),
                        figure.unit(),
                        verdict);
    }

    static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    @SuppressWarnings("SystemOut")
    public static void print(String line) {
        System.out.println(line);
    }
}
