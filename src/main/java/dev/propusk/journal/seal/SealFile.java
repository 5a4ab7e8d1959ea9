package dev.propusk.journal.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file of seals, one in a line, which is only added to; more may stand behind a seal in its line. What is no line about a
 * seal, as one that a full disk broke off, is passed over.
 */
final class SealFile {
    /** In bytes; a stamp with its authority's certificates among them. */
    private static final int LONGEST_LINE = 100 * 1024;

    private final Path path;

    SealFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    void add(String line) throws IOException {
        Files.createDirectories(path.getParent());
        String end = end();
        Files.writeString(
                path,
                (end.isEmpty() || end.endsWith("\n") ? "" : "\n") + line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    /** What each line says; none where there is no file yet. */
    <T> List<T> read(Function<String, T> each) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            return in.lines().filter(SealFile::isOfSeal).map(each).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The newest, without those before it: there may be years of them. */
    Optional<Seal> last() throws IOException {
        return end().lines()
                .filter(SealFile::isOfSeal)
                .reduce((one, next) -> next)
                .map(Seal::read);
    }

    /** Empty where there is no file yet. */
    private String end() throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), LONGEST_LINE));
            file.position(file.size() - bytes.capacity());
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // until it is whole
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static boolean isOfSeal(String line) {
        try {
            Seal.read(line);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
