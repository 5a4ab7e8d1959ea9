package dev.propusk.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is read by its name, and so is not listed by the compiler, is listed by hand. */
class KnownSettingsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(propusk\\.[a-z.-]+)");
    private static final Pattern LINE = Pattern.compile("(?m)^(propusk\\.[a-z.-]+)=");
    private static final Path RESOURCES = Path.of("src/main/resources");
    /** Parts of records: what these files set for them needs no line by hand. */
    private static final Set<String> OF_RECORDS = Set.of(
            "propusk.public-url",
            "propusk.radius.trial.server",
            "propusk.webhook.allow-private",
            "propusk.second-factor-required");

    @Test
    void everyNameThatIsReadByItselfIsListed() {
        Set<String> read = Stream.concat(
                        files(Path.of("src/main/java")).flatMap(file -> names(PLACEHOLDER, file)),
                        files(RESOURCES)
                                .filter(file -> file.getFileName().toString().startsWith("application"))
                                .flatMap(file -> names(LINE, file)))
                .collect(Collectors.toCollection(TreeSet::new));
        read.removeAll(OF_RECORDS);

        assertThat(read).isNotEmpty().isSubsetOf(listed());
    }

    @Test
    void eachThatIsListedByHandSaysWhatItIsFor() {
        JsonNode list = json();
        assertThat(list.path("properties"))
                .allSatisfy(each -> assertThat(each.path("description").asString(""))
                        .as(each.path("name").asString())
                        .endsWith("."));
    }

    private static Set<String> listed() {
        Set<String> names = new TreeSet<>();
        json().path("properties").forEach(each -> names.add(each.path("name").asString()));
        return names;
    }

    private static JsonNode json() {
        return JsonMapper.builder()
                .build()
                .readTree(read(RESOURCES.resolve("META-INF", "additional-spring-configuration-metadata.json")));
    }

    private static Stream<String> names(Pattern pattern, Path file) {
        return pattern.matcher(read(file)).results().map(found -> found.group(1));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
