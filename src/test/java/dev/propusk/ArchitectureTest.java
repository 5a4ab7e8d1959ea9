package dev.propusk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;

/**
 * The picture in {@code docs/architecture.md} is the one that Spring Modulith draws of the code. When the code has moved on,
 * {@code -Dpropusk.draw=true} draws it anew.
 */
class ArchitectureTest {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final String FOLDER = "target/architecture";
    private static final Pattern ARROW = Pattern.compile(
            "Rel\\(Application\\.Application\\.(\\w+), Application\\.Application\\.(\\w+), \"([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("(?s)```mermaid\\R.*?```");

    @Test
    void thePictureIsThatOfTheCode() throws IOException {
        new Documenter(
                        ApplicationModules.of(Application.class),
                        Documenter.Options.defaults().withOutputFolder(FOLDER))
                .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.C4));
        String drawn = Papers.read(Path.of(FOLDER, "components.puml"));
        String picture = mermaid(drawn);
        if (Boolean.getBoolean("propusk.draw")) {
            Files.writeString(PAGE, PICTURE.matcher(Papers.read(PAGE)).replaceFirst(picture));
        }
        assertThat(Papers.read(PAGE)).contains(picture);
    }

    /** As any forge shows it: an arrow to what a module depends on, a dotted one to what it only listens to. */
    private static String mermaid(String drawn) {
        Map<String, Set<String>> needs = arrows(drawn, kind -> !kind.equals("listens to"));
        Map<String, Set<String>> hears = arrows(drawn, kind -> kind.equals("listens to"));
        Stream<String> solid = lines(direct(needs), " --> ");
        Stream<String> dotted = lines(without(hears, needs), " -.-> ");
        return Stream.concat(solid, dotted).collect(joining("\n", "```mermaid\nflowchart TD\n", "\n```"));
    }

    private static Map<String, Set<String>> arrows(String drawn, Predicate<String> kinds) {
        return ARROW.matcher(drawn)
                .results()
                .filter(arrow -> kinds.test(arrow.group(3)))
                .collect(groupingBy(
                        arrow -> Papers.lower(arrow.group(1)),
                        TreeMap::new,
                        mapping(arrow -> Papers.lower(arrow.group(2)), toCollection(TreeSet::new))));
    }

    private static Stream<String> lines(Map<String, Set<String>> arrows, String sign) {
        return arrows.entrySet().stream()
                .flatMap(from -> from.getValue().stream().map(to -> "    " + from.getKey() + sign + to));
    }

    /** What a longer way leads to as well is left out. */
    private static Map<String, Set<String>> direct(Map<String, Set<String>> all) {
        Map<String, Set<String>> direct = new TreeMap<>();
        all.forEach((from, tos) -> direct.put(
                from,
                tos.stream()
                        .filter(to -> tos.stream().noneMatch(by -> !by.equals(to) && reaches(all, by, to)))
                        .collect(toCollection(TreeSet::new))));
        return direct;
    }

    private static Map<String, Set<String>> without(Map<String, Set<String>> some, Map<String, Set<String>> others) {
        Map<String, Set<String>> left = new TreeMap<>();
        some.forEach((from, tos) -> left.put(
                from, tos.stream().filter(to -> !reaches(others, from, to)).collect(toCollection(TreeSet::new))));
        return left;
    }

    private static boolean reaches(Map<String, Set<String>> arrows, String from, String to) {
        Set<String> seen = new HashSet<>();
        List<String> next = List.of(from);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(one -> arrows.getOrDefault(one, Set.of()).stream())
                    .filter(seen::add)
                    .toList();
        }
        return seen.contains(to);
    }
}
