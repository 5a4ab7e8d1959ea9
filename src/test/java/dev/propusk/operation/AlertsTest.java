package dev.propusk.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules in {@code docker/prometheus}, tried by Prometheus' own tool. */
class AlertsTest {
    private static final Path TOOL = Path.of("/usr/bin/promtool");

    @Test
    void eachRuleFiresWhenItShouldAndNoneWhenAllIsWell() throws Exception {
        assumeTrue(Files.isExecutable(TOOL));
        Process tool = new ProcessBuilder(TOOL.toString(), "test", "rules", "alerts.test.yaml")
                .directory(Path.of("docker", "prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }
}
