package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.ArchTest;
import dev.propusk.Papers.Link;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What the papers name is there. */
class PapersTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern NAME_IN_THE_SCHEMA = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");
    private static final Pattern NAMED_IN_THE_POM = Pattern.compile("<param>(dev\\.propusk\\.[\\w.]+)\\*?</param>");
    private static final Pattern OUTLINE = Pattern.compile("(?m)^(?:#+(?= )|```\\w*$|!\\[|\\d+\\.(?= ))");
    private static final Pattern JOB = Pattern.compile("@Job\\(\\s*(?:value = )?\"([a-z-]+)\"");
    private static final Path DECISIONS = Path.of("docs", "decisions");
    private static final Pattern DECISION = Pattern.compile("\\d{3}-[a-z0-9-]+\\.md");

    private final List<Link> links = Papers.all().stream()
            .flatMap(paper -> Papers.links(paper, Papers.prose(paper)))
            .toList();

    @Test
    void noLinkLeadsNowhere() {
        assertThat(links).hasSizeGreaterThan(200);
        assertThat(links).filteredOn(link -> !leadsSomewhere(link)).isEmpty();
    }

    private static boolean leadsSomewhere(Link link) {
        return Files.exists(link.file())
                && (link.anchor().isEmpty() || anchors(link.file()).contains(link.anchor()));
    }

    @Test
    void everyClassAndMethodNamedIsThere() {
        List<Link> named = links.stream().filter(Link::isJava).toList();
        assertThat(named).hasSizeGreaterThan(200);
        assertThat(named).filteredOn(link -> !isThere(link)).isEmpty();
    }

    private static boolean isThere(Link link) {
        String[] name = link.label().split("#", 2);
        return type(link, name[0])
                .filter(type -> name.length == 1 || members(type, link.isTest()).anyMatch(name[1]::equals))
                .isPresent();
    }

    /** The profile passes over a name that leads nowhere. */
    @Test
    void everyClassThatMutantsAreMadeOfIsThere() {
        List<String> named = NAMED_IN_THE_POM
                .matcher(Papers.read(Path.of("pom.xml")))
                .results()
                .map(name -> name.group(1).replace('.', '/') + ".java")
                .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .filteredOn(file -> Stream.of("src/main/java", "src/test/java")
                        .noneMatch(root -> Files.exists(Path.of(root, file))))
                .isEmpty();
    }

    @Test
    void everyNameOfTheSchemaIsThere() {
        String schema = String.join(
                "\n", Papers.texts(List.of(Path.of("src/main/resources"))).toList());
        assertThat(List.of(
                        Path.of("docs", "rules.md"), Path.of("docs", "locks.md"), Path.of("docs", "architecture.md")))
                .filteredOn(Files::exists)
                .allSatisfy(paper -> assertThat(
                                NAME_IN_THE_SCHEMA.matcher(Papers.prose(paper)).results())
                        .map(found -> found.group(1))
                        .allSatisfy(name -> assertThat(schema).contains(name)));
    }

    @Test
    void everyDecisionSaysWhatWasTriedAndWhatWouldChangeIt() {
        List<Path> pages = Papers.files(List.of(DECISIONS)).sorted().toList();
        assertThat(pages)
                .extracting(page -> page.getFileName().toString().substring(0, 3))
                .doesNotHaveDuplicates();
        for (Path page : pages) {
            String name = page.getFileName().toString();
            assertThat(name).matches(DECISION);
            assertThat(HEADING.matcher(Papers.prose(page)).results().map(found -> found.group(1)))
                    .as(name)
                    .containsSubsequence("Context", "Tried", "Decision", "What would change it");
        }
    }

    @Test
    void everyPaperIsOnTheMap() {
        Path map = Path.of("docs", "README.md");
        assertThat(Papers.links(map, Papers.prose(map)).map(Link::file))
                .containsAll(Papers.files(List.of(Path.of("docs")))
                        .filter(file -> file.toString().endsWith(".md") && !file.equals(map))
                        .toList());
    }

    @Test
    void everyGuideStandsInBothLanguages() {
        List<Path> russian = guides("ru");
        assertThat(russian).isNotEmpty().isEqualTo(guides("en"));
        assertThat(russian).allSatisfy(guide -> {
            assertThat(outline(Path.of("docs", "ru").resolve(guide)))
                    .isEqualTo(outline(Path.of("docs", "en").resolve(guide)));
        });
    }

    private static List<Path> guides(String language) {
        Path folder = Path.of("docs", language);
        return Papers.files(List.of(folder)).map(folder::relativize).sorted().toList();
    }

    /** Depths of headings, and what stands before and after a piece of code, in order. */
    private static List<String> outline(Path guide) {
        return OUTLINE.matcher(Papers.read(guide))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void everyJobStandsInTheGuides() {
        List<String> jobs = Papers.texts(List.of(Path.of("src", "main", "java")))
                .flatMap(source -> JOB.matcher(source).results())
                .map(job -> job.group(1))
                .toList();
        assertThat(jobs).hasSizeGreaterThan(15);
        for (String language : List.of("ru", "en")) {
            assertThat(Papers.read(Path.of("docs", language, "operation.md")))
                    .contains(jobs.stream().map(job -> "| `" + job + "` |").toList());
        }
    }

    /** The class of that name in that file. */
    private static Optional<Class<?>> type(Link link, String name) {
        String file = link.file().getFileName().toString();
        Path source = Path.of("src", link.isTest() ? "test" : "main", "java");
        Path within = Objects.requireNonNull(source.relativize(link.file()).getParent());
        if (!file.equals(name.split("\\.", -1)[0] + ".java")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Class.forName(
                    within.toString().replace('/', '.') + "." + name.replace('.', '$'),
                    false,
                    PapersTest.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Methods, its parents' too; of a test's class only what is run. */
    private static Stream<String> members(Class<?> type, boolean tests) {
        Stream<String> methods = Stream.<Class<?>>iterate(type, PapersTest::isOurs, Class::getSuperclass)
                .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                .filter(method -> !tests || isTest(method))
                .map(Method::getName);
        Stream<String> rules = Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(Field::getName);
        return Stream.concat(methods, rules);
    }

    private static boolean isOurs(Class<?> type) {
        return type != null && type.getName().startsWith("dev.propusk");
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(TestFactory.class)
                || method.isAnnotationPresent(ParameterizedTest.class);
    }

    /** Of its headings, as forges make them. */
    private static List<String> anchors(Path paper) {
        return HEADING.matcher(Papers.prose(paper))
                .results()
                .map(found -> Papers.lower(found.group(1))
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
