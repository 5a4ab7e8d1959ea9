package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No library is older than the release of it that mended what is known of it: SECURITY.md has the list. */
class ComponentsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+)` \\| (\\d[\\w.]*) \\| CVE-");

    @Test
    void noLibraryIsOlderThanWhatMendedIt() throws IOException {
        List<MatchResult> rows =
                ROW.matcher(Files.readString(Path.of("SECURITY.md"))).results().toList();
        assertThat(rows).isNotEmpty();
        for (MatchResult row : rows) {
            assertThat(versions(row.group(1)))
                    .as(row.group(1))
                    .isNotEmpty()
                    .allSatisfy(version -> assertThat(version).isGreaterThanOrEqualTo(Version.parse(row.group(2))));
        }
    }

    /** Those on the class path: one, unless something is wrong. */
    private static List<Version> versions(String library) {
        Pattern jar = Pattern.compile(Pattern.quote(library) + "-(\\d[\\w.]*)\\.jar");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> jar.matcher(Path.of(entry).getFileName().toString()))
                .filter(Matcher::matches)
                .map(match -> Version.parse(match.group(1)))
                .toList();
    }
}
