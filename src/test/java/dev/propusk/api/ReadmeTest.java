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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README tells to type is typed. */
@PropuskTest
class ReadmeTest {
    private static final Pattern CHAPTER =
            Pattern.compile("^## Ten minutes with the API\n(.*?)^## ", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COMMANDS = Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @Autowired
    TestContracts contracts;

    @Autowired
    ApiKeys keys;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void everyLineOfTheChapterOnTheApiRunsAsItIsWritten() throws Exception {
        Contract hotel = contracts.open();
        NewApiKey order = new NewApiKey("Система бронирования", Set.of(KeyScope.values()), null);
        contracts.asOwner(hotel, () -> keys.makeKnown(hotel.id(), TimeOrderedId.next(), order, "pk_demo_hotel"));
        String chapter = CHAPTER.matcher(Files.readString(Path.of("README.md")))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow();
        String commands =
                COMMANDS.matcher(chapter).results().map(MatchResult::group).collect(joining("\n"));
        String script = COMMANDS.matcher(chapter)
                .results()
                .map(found -> found.group(1))
                .collect(joining("\n"))
                .replace("http://localhost:8080", "http://127.0.0.1:" + port);
        assertThat(commands).contains("curl", "pk_demo_hotel", "/tokens", "/sheet.pdf", "/annulment");

        String output = run(script);
        assertThat(output)
                .contains("\"limit\":200", "\"reference\":\"B-4711\"", "\"state\":\"ACTIVE\"", "/problems/invalid")
                .contains("\"annulment\":\"BY_HAND\"", "id,code,reuse,days,state");
        assertThat(Files.readAllBytes(folder.resolve("sheet.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        // and once more, as a reader may
        run(script);
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
