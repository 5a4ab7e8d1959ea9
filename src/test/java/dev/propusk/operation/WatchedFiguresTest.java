package dev.propusk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What the alerts and the dashboard ask for is there from the first scrape, by that name and with those labels. */
@PropuskTest
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "propusk.public-url=https://wifi.example.org",
            "propusk.seal-witness-file=target/test-data/witness.txt"
        })
class WatchedFiguresTest {
    private static final Path DOCKER = Path.of("docker", "prometheus");
    private static final Pattern NAME = Pattern.compile("\\b((?:propusk|http|jvm|hikaricp)_[a-z_]+)(\\{[^}]*})?");
    private static final Pattern OWN_LABEL = Pattern.compile("(\\w+)!?=\"([^\"]*)\"");
    /** Given by Prometheus, or counted since the first call came. */
    private static final List<String> NOT_OURS = List.of("job", "instance");

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void everyFigureThatIsAskedForIsThere(String file) throws Exception {
        // calls are counted since the first one
        get(port, "/login");
        List<String> scraped =
                get(managementPort, "/actuator/prometheus").lines().toList();

        List<String> asked = expressions(file);

        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(expression -> NAME.matcher(expression)
                        .results()
                        .forEach(found -> assertThat(scraped)
                                .as("%s in %s", found.group(), file)
                                .anyMatch(line ->
                                        line.matches(found.group(1) + "[{ ].*") && hasLabels(line, found.group(2)))));
    }

    private static String get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static boolean hasLabels(String line, String labels) {
        return labels == null
                || OWN_LABEL
                        .matcher(labels)
                        .results()
                        .filter(label -> !NOT_OURS.contains(label.group(1)))
                        .allMatch(label -> line.contains(label.group(1) + "=\""));
    }

    private static List<String> expressions(String file) throws IOException {
        String text = Files.readString(DOCKER.resolve(file));
        if (file.endsWith(".json")) {
            return new JsonMapper()
                    .readTree(text)
                    .path("panels")
                    .valueStream()
                    .flatMap(panel -> panel.path("targets").valueStream())
                    .map(target -> target.path("expr").asString())
                    .toList();
        }
        return Pattern.compile("(?m)^\\s*expr: (.*)$")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
