package dev.propusk;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.Papers.Link;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/rules.md} to the code, and the code to it. */
class RulesTest {
    private static final Path RULES = Path.of("docs", "rules.md");
    private static final Pattern ENTRY = Pattern.compile("(?m)^### (.+?)(?: (\\d+))?: .*$");
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)\\brules?\\s+(\\d+(?:(?:\\s*,\\s*|\\s+and\\s+|\\s+to\\s+|\\.\\.)\\d+)*)");
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:\\s+to\\s+|\\.\\.)(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NAMED =
            Pattern.compile("\\b(access|sign-in|data|journal|secret|api|hook|gateway|door|evidence|browser) (\\d+)\\b");
    private static final List<Path> CODE = List.of(Path.of("src"), Path.of("frontend"), Path.of("docker"));

    private final List<Entry> entries = entries();

    /** @param text from its heading to the next one */
    private record Entry(String name, String text) {
        boolean isKept() {
            return !text.contains("*Decided, not ");
        }

        /** What the paragraph that begins so links to. */
        List<Link> links(String beginning) {
            return text.lines()
                    .filter(line -> line.startsWith(beginning))
                    .flatMap(line -> Papers.links(RULES, line))
                    .toList();
        }
    }

    @Test
    void everyRuleThatTheCodeNamesStandsInTheBook() {
        TreeSet<String> named = Papers.texts(CODE)
                .map(RulesTest::joined)
                .flatMap(RulesTest::rulesIn)
                .collect(toCollection(TreeSet::new));
        assertThat(named).contains("rule 13", "rule 22").isSubsetOf(names());
    }

    @Test
    void everyRuleStandsOnceAndNumbersRunOn() {
        assertThat(names()).doesNotHaveDuplicates();
        assertThat(names())
                .containsAll(IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> "rule " + number)
                        .toList());
    }

    @Test
    void everyRuleThatIsKeptNamesWhoKeepsItAndATest() {
        assertThat(entries).filteredOn(Entry::isKept).hasSizeGreaterThan(22).allSatisfy(entry -> {
            assertThat(entry.links("Kept by ")).as(entry.name()).isNotEmpty();
            assertThat(entry.links("Held by ")).as(entry.name()).isNotEmpty().allMatch(Link::isTest);
        });
        assertThat(entries)
                .filteredOn(entry -> !entry.isKept())
                .allSatisfy(entry -> assertThat(entry.links("Held by ")).isEmpty());
    }

    private List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    private static List<Entry> entries() {
        String book = Papers.read(RULES);
        List<MatchResult> headings = ENTRY.matcher(book).results().toList();
        return IntStream.range(0, headings.size())
                .mapToObj(i -> entry(book, headings.get(i), i + 1 < headings.size() ? headings.get(i + 1) : null))
                .toList();
    }

    private static Entry entry(String book, MatchResult heading, @Nullable MatchResult next) {
        String name = Papers.lower(heading.group(1)) + " " + heading.group(2);
        return new Entry(name, book.substring(heading.start(), next == null ? book.length() : next.start()));
    }

    /** A comment's lines as one, so that a rule and its number stand together. */
    private static String joined(String source) {
        return source.replaceAll("\\s*\\R\\s*(?:\\*|--|//|#)?\\s*", " ");
    }

    private static Stream<String> rulesIn(String source) {
        Stream<String> numbered = NUMBERED.matcher(source)
                .results()
                .flatMap(found -> numbers(found.group(1)))
                .map(number -> "rule " + number);
        Stream<String> named = Pattern.compile("\\(([^()]*)\\)")
                .matcher(source)
                .results()
                .flatMap(found ->
                        NAMED.matcher(found.group(1)).results().map(rule -> rule.group(1) + " " + rule.group(2)));
        return Stream.concat(numbered, named);
    }

    private static Stream<Integer> numbers(String text) {
        Stream<Integer> ranges = RANGE.matcher(text)
                .results()
                .flatMap(range -> IntStream.rangeClosed(
                                Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                        .boxed());
        return Stream.concat(ranges, NUMBER.matcher(text).results().map(one -> Integer.parseInt(one.group())));
    }
}
