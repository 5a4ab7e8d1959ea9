package dev.propusk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.work.Figures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What programs that watch are told. */
@PropuskTest
@TestPropertySource(properties = {"management.server.port=0", "propusk.public-url=https://wifi.example.org"})
class MetricsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Figures figures;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Test
    void whatOnlyTheDatabaseKnowsIsAskedForByAJobAndThereForEachScrape() throws Exception {
        figures.ask();
        List<String> scraped =
                get(managementPort, "/actuator/prometheus").body().lines().toList();
        assertThat(scraped)
                .contains("propusk_database_up 1.0")
                .anyMatch(line -> line.startsWith("propusk_backup_age_seconds "))
                .anyMatch(line -> line.matches("propusk_sweep_lag_seconds \\d.*"))
                .anyMatch(line -> line.matches("propusk_seal_lag_seconds \\d.*"))
                .anyMatch(line -> line.matches("propusk_webhook_waiting \\d.*"))
                .anyMatch(line -> line.matches("propusk_disconnects_waiting \\d.*"))
                .anyMatch(line -> line.matches("propusk_tokens_unused \\d.*"));
    }

    @Test
    void theDiskIsThatOfTheDataDirectoryAndNoneElse() throws Exception {
        assertThat(get(managementPort, "/actuator/prometheus").body())
                .containsPattern("propusk_disk_free_bytes \\d\\.\\d+E\\d+")
                .containsPattern("propusk_disk_total_bytes \\d\\.\\d+E\\d+")
                .doesNotContain("disk_free_bytes{")
                .doesNotContain("spring_security");
    }

    @Test
    void theVersionIsToldToThoseWhoWatchAndToNobodyElse() throws Exception {
        String java = System.getProperty("java.version");
        assertThat(get(managementPort, "/actuator/info").body())
                .contains("\"name\":\"propusk\"", "\"java\":{\"version\":\"" + java + "\"}");
        assertThat(get(managementPort, "/actuator/prometheus").body())
                .containsPattern("propusk_build_info\\{java=\"" + java + "\",version=\"[^\"]+\"} 1");
        assertThat(get(port, "/actuator/info").statusCode()).isIn(401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void eachHealthCheckIsOnBothPortsAndSaysAStatusAndNothingMore(String check) throws Exception {
        for (int each : new int[] {port, managementPort}) {
            HttpResponse<String> answer = get(each, "/actuator/health" + check);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(get(port, "/actuator/health/db").statusCode()).isIn(401, 403, 404);
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
