package dev.propusk.command.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A backup on the disk: a dump, packed by gzip and perhaps encrypted.
 *
 * @param identity the file with the age identity that opens it; null where none was given
 */
record BackupFile(Path file, @Nullable Path identity) {
    /** @throws BackupFailedException where it is not there, or needs an identity */
    BackupFile {
        if (!Files.isRegularFile(file)) {
            throw new BackupFailedException("There is no backup " + file + ".", "Name the file, not its folder.");
        }
        if (isEncrypted(file) && identity == null) {
            throw new BackupFailedException(
                    file + " is encrypted.", "Give the age identity that belongs to it: --identity <file>.");
        }
    }

    /** The statements, which the caller closes. */
    InputStream open() throws IOException {
        InputStream stored = new BufferedInputStream(Files.newInputStream(file));
        Path opens = identity;
        InputStream packed = opens != null && isEncrypted(file) ? Age.decrypting(stored, opens) : stored;
        return isPacked(file) ? new GZIPInputStream(packed, 1 << 16) : packed;
    }

    static boolean isEncrypted(Path file) {
        return file.toString().endsWith(".age");
    }

    private static boolean isPacked(Path file) {
        return file.toString().replaceFirst("\\.age$", "").endsWith(".gz");
    }
}
