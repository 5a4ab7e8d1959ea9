package dev.propusk.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.bench.measure.Row.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CourseTest {
    private static final Measurement BROKEN = () -> {
        throw new IllegalStateException("the table is gone");
    };

    @TempDir
    Path folder;

    @Test
    void aRowThatFailsIsToldOfAndKeepsNothingFromTheOthers() throws Exception {
        Figures figures = new Figures(folder);
        Course course = new Course(".*", figures);
        course.prepare("seeding", () -> {
            throw new IllegalStateException("a code is there already");
        });
        course.take(step("first", row("a", BROKEN), row("b", () -> Compared.of(1, 2))));
        course.take(step("second", row("c", () -> Compared.alone(3))));
        assertThat(results()).extracting(row -> row.get("name").asString()).containsExactly("seeding", "a", "b", "c");
        assertThat(results()).extracting(row -> row.get("met").asBoolean()).containsExactly(false, false, true, true);
        assertThat(results().get(1).get("goal").asString()).contains("the table is gone");
        assertThat(figures.failures()).hasSize(2);
    }

    @Test
    void whatSeveralRowsAreMadeOfIsDoneOnceAndFailsForEach() throws Exception {
        List<String> made = new ArrayList<>();
        Shared<Compared> shared = new Shared<>(() -> {
            made.add("once");
            throw new IllegalStateException("no such contract");
        });
        Figures figures = new Figures(folder);
        new Course(".*", figures).take(step("both", row("a", shared::get), row("b", shared::get)));
        assertThat(made).hasSize(1);
        assertThat(figures.failures()).hasSize(2).allMatch(failure -> failure.contains("no such contract"));
    }

    @Test
    void resultsAreWrittenAfterEachRow() throws Exception {
        List<Integer> written = new ArrayList<>();
        Measurement counting = () -> {
            written.add(Files.exists(folder.resolve("results.json")) ? results().size() : 0);
            return Compared.alone(1);
        };
        new Course(".*", new Figures(folder)).take(step("both", row("a", counting), row("b", counting)));
        assertThat(written).containsExactly(0, 1);
    }

    @Test
    void onlyTheStepsAskedForAreTaken() throws Exception {
        Course course = new Course("grid|MAC.*", new Figures(folder));
        for (String name : new String[] {"grid", "MAC query", "panel"}) {
            course.take(step(name, row(name, () -> Compared.alone(1))));
        }
        assertThat(results()).extracting(row -> row.get("name").asString()).containsExactly("grid", "MAC query");
    }

    @Test
    void whatThisMachineCannotMeasureIsNoFailure() throws Exception {
        Figures figures = new Figures(folder);
        Shared<Compared> both = new Shared<>(() -> {
            throw new TestAbortedException("no Chromium on this machine");
        });
        new Course(".*", figures).take(step("panel", row("heap", both::get), row("speed", both::get)));
        assertThat(figures.failures()).isEmpty();
        assertThat(results().getFirst().get("goal").asString()).contains("no Chromium");
    }

    @Test
    void aFigureHasTheShapeThatOthersRead() throws Exception {
        new Course(".*", new Figures(folder)).take(step("one", row("a", () -> Compared.of(1, 2))));
        assertThat(results().getFirst().propertyNames())
                .containsExactly("name", "ours", "reference", "ratio", "goal", "unit", "met");
    }

    private List<JsonNode> results() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("results.json"))).values().stream()
                .toList();
    }

    private static Row row(String name, Measurement measurement) {
        return new Row(name, "ms", new Goal.Under(10), measurement);
    }

    private static Step step(String name, Row... rows) {
        return new Step() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Row> rows() {
                return List.of(rows);
            }
        };
    }
}
