package dev.propusk.command.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** Whether the data directory is one, can be written, and has room. */
final class DataDirectory implements Check {
    private static final String NAME = "data-directory";
    private static final String SETTING = "propusk.data-dir is ";
    private static final long LITTLE = 2L << 30;
    private static final long TOO_LITTLE = 100L << 20;

    private final Path folder;

    DataDirectory(Environment environment) {
        folder = Path.of(environment.getProperty("propusk.data-dir", "."))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
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

    private Finding room(long bytes) {
        String says = String.format(Locale.ROOT, "%.1f GB are free in %s.", bytes / 1e9, folder);
        String remedy = "Make room; a million activations take about 1.3 GB in the database.";
        if (bytes < TOO_LITTLE) {
            return Finding.failure(NAME, "Only " + says, remedy);
        }
        return bytes < LITTLE ? Finding.warning(NAME, "Only " + says, remedy) : Finding.ok(NAME, says);
    }
}
