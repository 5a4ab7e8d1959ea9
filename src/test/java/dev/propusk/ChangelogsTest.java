package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChangelogsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/changelog");
    private static final Pattern INCLUDED = Pattern.compile("file: (\\S+\\.sql),");
    private static final Pattern CHANGESET = Pattern.compile("(?m)^--changeset propusk:(\\S+)");
    private static final Pattern UNNAMED = Pattern.compile(
            "(?mi)^\\s*(unique\\b|check\\b|foreign key\\b|index \\(|key \\()|^(?!.*constraint).*\\breferences\\b");
    /** Before it numbers told whose work a file was; from it on they are the order, too. */
    private static final int IN_ORDER_FROM = 50;

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
    void eachSaysWhatItIsForAndHasANumberOfItsOwn() {
        assertThat(included).extracting(ChangelogsTest::number).doesNotHaveDuplicates();
        assertThat(included)
                .extracting(ChangelogsTest::number)
                .filteredOn(number -> number >= IN_ORDER_FROM)
                .isSorted();
        assertThat(included).allSatisfy(name -> {
            String[] lines = Papers.read(FOLDER.resolve(name)).split("\n", 3);
            assertThat(lines[0]).isEqualTo("--liquibase formatted sql");
            assertThat(lines[1]).as(name).startsWith("-- ");
            assertThat(CHANGESET.matcher(lines[2]).results())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found.group(1)).startsWith(name.substring(0, 4)));
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
