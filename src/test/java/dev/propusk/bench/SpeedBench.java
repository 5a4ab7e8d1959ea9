package dev.propusk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.bench.measure.Course;
import dev.propusk.bench.measure.Figures;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.step.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Every figure of the table in {@code docs/bench.md}, at each size that the database grows through. A goal that is missed is told of;
 * what could not be measured ends the run with an error once all the rest has been.
 */
@PropuskTest
@TestPropertySource(
        properties = {
            // to a file as it would go to the console: what goes there is carried on, line by line, by whoever runs the
            // tests
            "logging.file.name=target/bench/propusk.log",
            "logging.threshold.console=error",
            // each call to the driver would pass through it
            "test.lost-answers=false",
            "spring.datasource.hikari.minimum-idle=16"
        })
class SpeedBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 10_000_000);
    /** The steps whose names match: to try one of them alone. */
    private static final String ONLY = System.getProperty("bench.only", ".*");

    private static final Path FOLDER = Path.of("target", "bench");

    @Autowired
    ApplicationContext application;

    @Test
    void measureAll() throws Exception {
        Figures figures = new Figures(FOLDER);
        try (Steps steps = new Steps(application, Scale.of(ROWS), FOLDER)) {
            steps.take(new Course(ONLY, figures));
        }
        Figures.print(Files.readString(FOLDER.resolve("results.md")));
        assertThat(figures.failures()).as("what could not be measured").isEmpty();
    }
}
