package dev.propusk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.bench.measure.Course;
import dev.propusk.bench.measure.Figures;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.step.Steps;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** So few rows that no figure says anything: only whether each step still works. */
@PropuskTest
class BenchTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    /** The start is measured on the jar, which is made after the tests. */
    @Test
    void everyStepGivesItsFigures() throws Exception {
        Figures figures = new Figures(folder);
        try (Steps steps = new Steps(application, Scale.smallest(), folder)) {
            steps.take(new Course("(?!start to UP).*", figures));
        }
        assertThat(figures.failures()).isEmpty();
        assertThat(folder.resolve("results.json")).isNotEmptyFile();
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        for (String statement : new String[] {
            "update quota set unused = 0 where contract_id in (select contract_id from token where generated_by = 'bench')",
            "delete from open_code where contract_id in (select contract_id from token where generated_by = 'bench')",
            "delete from token where generated_by = 'bench'",
            "delete from device_session where station = 'bench'",
            "drop table if exists bench_contract, bench_few"
        }) {
            jdbc.sql(statement).update();
        }
    }
}
