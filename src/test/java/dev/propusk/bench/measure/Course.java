package dev.propusk.bench.measure;

import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** Takes steps one after the other: a row that fails is told of, and keeps nothing from the others. */
public final class Course {
    private final Predicate<String> wanted;
    private final Figures figures;

    /** @param only a regular expression that the names of the wanted steps match */
    public Course(String only, Figures figures) {
        this.wanted = Pattern.compile(only).asMatchPredicate();
        this.figures = figures;
    }

    public void take(Step step) throws IOException {
        if (wanted.test(step.name())) {
            for (Row row : step.rows()) {
                take(row);
            }
        }
    }

    /** Whatever is thrown, short of what ends the machine itself. */
    private void take(Row row) throws IOException {
        try {
            figures.measured(row, row.measurement().take());
        } catch (TestAbortedException e) {
            figures.unmeasured(row, e);
        } catch (Exception | AssertionError | LinkageError e) {
            figures.failed(row, e);
        }
    }

    /** What has to be done beforehand; where it fails, the run ends with an error, but goes on first. */
    public void prepare(String what, Preparation preparation) throws IOException {
        long began = System.nanoTime();
        try {
            preparation.run();
            Figures.print("| %s | %d s |".formatted(what, (System.nanoTime() - began) / 1_000_000_000));
        } catch (Exception | AssertionError e) {
            figures.failed(new Row(what, "", new Goal.Under(0), () -> Compared.alone(0)), e);
        }
    }

    /** Something without a figure of its own. */
    public interface Preparation {
        void run() throws Exception;
    }
}
