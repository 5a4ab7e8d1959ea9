package dev.propusk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The papers in {@code docs} and beside the code, as the tests that hold them to the code read them. */
final class Papers {
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(([^()\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|sql|yaml|properties|mustache|css|js|md|html|sh|conf|cnf)");

    private Papers() {}

    /**
     * @param label without the marks of code
     * @param file where it leads, from the project's root
     * @param anchor the heading within, or empty
     */
    record Link(Path paper, String label, Path file, String anchor) {
        boolean isJava() {
            return file.toString().endsWith(".java");
        }

        boolean isTest() {
            return file.startsWith(Path.of("src", "test", "java"));
        }
    }

    /** All of them. */
    static List<Path> all() {
        List<Path> roots = Stream.of("docs", "docker", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                .map(Path::of)
                .toList();
        return files(roots).filter(file -> file.toString().endsWith(".md")).toList();
    }

    /** Those into the project. */
    static Stream<Link> links(Path paper, String text) {
        return LINK.matcher(text)
                .results()
                .filter(link -> !link.group(2).matches("[a-z]+:.*"))
                .map(link -> link(paper, link.group(1), link.group(2)));
    }

    private static Link link(Path paper, String label, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? paper.toAbsolutePath()
                : paper.toAbsolutePath().resolveSibling(parts[0]);
        Path root = Path.of("").toAbsolutePath();
        return new Link(
                paper, label.replace("`", ""), root.relativize(file.normalize()), parts.length > 1 ? parts[1] : "");
    }

    /** What stands in them as text, not as an example of code. */
    static String prose(Path paper) {
        return FENCE.matcher(read(paper)).replaceAll("");
    }

    static Stream<String> texts(Collection<Path> roots) {
        return files(roots)
                .filter(file -> TEXT.matcher(file.getFileName().toString()).matches())
                .map(Papers::read);
    }

    static Stream<Path> files(Collection<Path> roots) {
        return roots.stream().flatMap(root -> {
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(Files::isRegularFile).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
