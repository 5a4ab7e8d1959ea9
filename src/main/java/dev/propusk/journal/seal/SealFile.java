package dev.propusk.journal.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file of seals, one in a line, which is only added to; more may stand behind a seal in its line. */
final class SealFile {
    private final Path path;

    SealFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    void add(String line) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(
                path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
    }

    /** Empty where there is no file yet. */
    List<String> lines() throws IOException {
        try {
            return Files.readAllLines(path);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
