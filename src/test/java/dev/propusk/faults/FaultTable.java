package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What was tried, what held, what was lost: printed, and kept in {@code target/faults/results.md}. */
final class FaultTable {
    static final Path FOLDER = Path.of("target", "faults");
    private static final Path FILE = FOLDER.resolve("results.md");

    private FaultTable() {}

    /** A line of the table; fails where anything was lost. */
    static void add(String fault, int tried, Answers answers, List<String> broken, String remark) throws IOException {
        line(fault, tried, answers.count(), broken, remark);
        assertThat(broken).isEmpty();
    }

    private static void line(String fault, int tried, int answered, List<String> broken, String remark)
            throws IOException {
        Files.createDirectories(FOLDER);
        if (Files.notExists(FILE)) {
            Files.writeString(FILE, "| fault | tried | acknowledged | lost or broken | |\n|---|---|---|---|---|\n");
        }
        String line = "| %s | %d | %d | %d | %s |\n".formatted(fault, tried, answered, broken.size(), remark);
        Files.writeString(FILE, line, StandardOpenOption.APPEND);
        print(line);
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.print(line);
    }
}
