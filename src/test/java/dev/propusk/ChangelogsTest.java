package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangelogsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/changelog");
    private static final Pattern INCLUDED = Pattern.compile("file: (\\S+\\.sql),");
    private static final Pattern FIRST =
            Pattern.compile("--liquibase formatted sql(?: logicalFilePath:db/changelog/(\\d{3}-[a-z-]+\\.sql))?");
    private static final Pattern CHANGESET = Pattern.compile("(?m)^--changeset propusk:(\\S+)");
    private static final Pattern UNNAMED = Pattern.compile(
            "(?mi)^\\s*(unique\\b|check\\b|foreign key\\b|index \\(|key \\()|^(?!.*constraint).*\\breferences\\b");

    private final List<String> included = INCLUDED.matcher(Papers.read(FOLDER.resolve("master.yaml")))
            .results()
            .map(found -> found.group(1))
            .toList();

    @Test
    void eachIsIncludedOnce() {
        assertThat(Papers.files(List.of(FOLDER))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".sql")))
                .containsExactlyInAnyOrderElementsOf(included);
    }

    @Test
    void numbersRunInTheOrderOfInclusion() {
        assertThat(included)
                .extracting(ChangelogsTest::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, included.size()).boxed().toList());
    }

    /** A file that had another name when it was first run keeps that one for Liquibase, and its changesets theirs. */
    @Test
    void eachSaysWhatItIsForAndNamesItsChangesetsAfterItself() {
        assertThat(included).allSatisfy(name -> {
            String[] lines = Papers.read(FOLDER.resolve(name)).split("\n", 3);
            Matcher first = FIRST.matcher(lines[0]);
            assertThat(first.matches()).as(name).isTrue();
            assertThat(lines[1]).as(name).startsWith("-- ").endsWith(".");
            String known = first.group(1) == null ? name : first.group(1);
            assertThat(CHANGESET.matcher(lines[2]).results())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found.group(1)).startsWith(known.substring(0, 4)));
        });
    }

    @Test
    void constraintsAndIndexesHaveNames() {
        assertThat(included)
                .allSatisfy(name -> assertThat(UNNAMED.matcher(Papers.read(FOLDER.resolve(name)))
                                .results())
                        .as(name)
                        .isEmpty());
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(0, 3));
    }
}
