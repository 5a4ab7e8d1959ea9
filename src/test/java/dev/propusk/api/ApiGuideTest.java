package dev.propusk.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.api.key.NewApiKey;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.security.KeyScope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the guides to the API tell to type is typed. */
@PropuskTest
class ApiGuideTest {
    private static final Pattern COMMANDS = Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @Autowired
    TestContracts contracts;

    @Autowired
    ApiKeys keys;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    /** Twice each, as a reader may. */
    @Test
    void everyLineOfTheGuidesRunsAsItIsWritten() throws Exception {
        Contract hotel = contracts.open();
        NewApiKey order = new NewApiKey("Система бронирования", Set.of(KeyScope.values()), null);
        contracts.asOwner(hotel, () -> keys.makeKnown(hotel.id(), TimeOrderedId.next(), order, "pk_demo_hotel"));
        for (String language : List.of("ru", "en", "ru", "en")) {
            String script = COMMANDS.matcher(Files.readString(Path.of("docs", language, "api.md")))
                    .results()
                    .map(found -> found.group(1))
                    .collect(joining("\n"));
            assertThat(script).contains("curl", "pk_demo_hotel", "/tokens", "/sheet.pdf", "/annulment");

            assertThat(run(script.replace("http://localhost:8080", "http://127.0.0.1:" + port)))
                    .contains("\"limit\":200", "\"reference\":\"B-4711\"", "\"state\":\"ACTIVE\"", "/problems/invalid")
                    .contains("\"annulment\":\"BY_HAND\"", "id,code,reuse,days,state")
                    .containsPattern("v1=[0-9a-f]{64}");
            assertThat(Files.readAllBytes(folder.resolve("sheet.pdf")))
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String run(String script) throws Exception {
        Path output = folder.resolve("output");
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output);
        assertThat(shell.exitValue()).as(said).isZero();
        return said;
    }
}
