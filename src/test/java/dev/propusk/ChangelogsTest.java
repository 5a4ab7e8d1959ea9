package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/changelog");
    private static final Pattern INCLUDED = Pattern.compile("file: (\\S+\\.sql),");
    private static final Pattern FIRST =
            Pattern.compile("--liquibase formatted sql(?: logicalFilePath:db/changelog/(\\d{3}-[a-z-]+\\.sql))?");
    private static final Pattern CHANGESET = Pattern.compile("(?m)^--changeset propusk:(\\S+)");
    private static final Pattern UNNAMED = Pattern.compile(
            "(?mi)^\\s*(unique\\b|check\\b|foreign key\\b|index \\(|key \\()|^(?!.*constraint).*\\breferences\\b");

    /** The first that may meet nodes of a release: 1.0.0 came with those before it. */
    private static final int FIRST_BESIDE_A_RELEASE = 32;

    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");
    private static final Pattern SHUTS_OLDER_ONES_OUT =
            Pattern.compile("(?i)update\\s+schema_generation\\s+set\\s+needed\\s*=\\s*\\d");
    private static final Pattern TAKES_AWAY =
            Pattern.compile("(?i)\\b(drop|rename|truncate|(?<!\\bon )delete|change)\\b");
    private static final Pattern DROPS = Pattern.compile("(?i)\\bdrop\\s+\\w+\\s+if\\s+exists\\s+(\\w+)");

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
    void numbersGrowInTheOrderOfInclusion() {
        assertThat(included).extracting(ChangelogsTest::number).isSorted().doesNotHaveDuplicates();
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

    /**
     * The release before goes on beside a newer one: what it needs is taken away by the release after, at the earliest, which
     * then shuts it out. What becomes of the columns that stay is asked of the database, by {@code SchemaGrowthTest}.
     */
    @Test
    void nothingIsTakenAwayUnlessOlderProgramsAreShutOut() {
        assertThat(included)
                .filteredOn(name -> number(name) >= FIRST_BESIDE_A_RELEASE)
                .allSatisfy(name -> assertThat(takenAway(Papers.read(FOLDER.resolve(name))))
                        .as(name)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table token drop column note;",
                "alter table token drop index if exists token_note;",
                "drop table held_annulment;",
                "alter table token rename column note to remark;",
                "rename table token to tokens;",
                "alter table token change note remark varchar(100);",
                "delete from portal_note where note is null;",
                "truncate table portal_note;"
            })
    void whatIsTakenAwayIsSeen(String statement) {
        assertThat(takenAway(statement)).hasSize(1);
        assertThat(takenAway(statement + " update schema_generation set needed = 2;"))
                .isEmpty();
    }

    @Test
    void whatIsPutBackInTheSameStatementIsNotTakenAway() {
        assertThat(takenAway("""
                -- drop: in a remark
                alter table token drop constraint if exists token_note,
                    add constraint token_note check (note <> '');
                --rollback alter table token drop column note;
                """)).isEmpty();
    }

    /** The statements that take something away. */
    private static List<String> takenAway(String changelog) {
        String sql = COMMENT.matcher(changelog).replaceAll("");
        return SHUTS_OLDER_ONES_OUT.matcher(sql).find()
                ? List.of()
                : Arrays.stream(sql.split(";", -1))
                        .filter(statement ->
                                TAKES_AWAY.matcher(withoutExchanges(statement)).find())
                        .toList();
    }

    private static String withoutExchanges(String statement) {
        return DROPS.matcher(statement)
                .replaceAll(drop ->
                        statement.matches("(?is).*\\badd\\s[^,]*\\b" + drop.group(1) + "\\b.*") ? "" : drop.group());
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(0, 3));
    }
}
