package dev.propusk.command.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Whether the data directory is one, can be written, and has room. */
final class DataDirectory implements Check {
    private static final String NAME = "data-directory";
    private static final String SETTING = "propusk.data-dir is ";
    private static final long MEGABYTE = 1L << 20;

    private final Path folder;
    private final Room needed;

    DataDirectory(Environment environment) {
        folder = Path.of(environment.getProperty("propusk.data-dir", "."))
                .toAbsolutePath()
                .normalize();
        needed = StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                ? new Room(
                        MEGABYTE,
                        8 * MEGABYTE,
                        "Make room; with a database elsewhere no more than a few MB are written.")
                : new Room(
                        100 * MEGABYTE,
                        2048 * MEGABYTE,
                        "Make room; a million activations take about 1.3 GB in the database.");
    }

    /** @param little below it there is a warning, below {@code tooLittle} no start */
    private record Room(long tooLittle, long little, String remedy) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> look() {
        Path there = folder;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return List.of(Finding.failure(
                    NAME,
                    SETTING + folder + ", but " + there + " is not a directory.",
                    "Name a directory; it is made where it is missing."));
        }
        if (!Files.isWritable(there)) {
            return List.of(Finding.failure(
                    NAME,
                    SETTING + folder + ", and " + there + " may not be written.",
                    "Let it belong to the user that Propusk runs as."));
        }
        try {
            return List.of(room(Files.getFileStore(there).getUsableSpace()));
        } catch (IOException e) {
            return List.of(Finding.failure(
                    NAME,
                    "The room on the disk of " + there + " can't be told: " + e.getMessage(),
                    "Look at the disk."));
        }
    }

    Finding room(long bytes) {
        String free = bytes < 1_000 * MEGABYTE
                ? String.format(Locale.ROOT, "%d MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
        String says = free + " are free in " + folder + ".";
        if (bytes < needed.tooLittle()) {
            return Finding.failure(NAME, "Only " + says, needed.remedy());
        }
        return bytes < needed.little()
                ? Finding.warning(NAME, "Only " + says, needed.remedy())
                : Finding.ok(NAME, says);
    }
}
