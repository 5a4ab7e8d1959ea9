package dev.propusk.command.backup;

import dev.propusk.command.KeyOfDatabase;
import dev.propusk.mariadb.DatabaseAddress;
import dev.propusk.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a backup holds, as found by reading it back. */
public record BackupContent(int tables, long rows) {
    /**
     * Reads it back into an empty database.
     *
     * @param identity the file with the age identity that opens it
     * @param secrets of the key that it should belong to
     * @throws dev.propusk.base.StartRefusedException where it can't be read, or belongs to another key
     */
    public static BackupContent load(Path file, @Nullable Path identity, DatabaseAddress empty, Secrets secrets) {
        Load load = new Load(empty);
        try {
            load.run(new BackupFile(file, identity));
        } catch (IOException e) {
            throw new BackupFailedException("The backup can't be read: " + e, "Take another one.", e);
        }
        Map<String, Long> rows = load.rows();
        if (!rows.containsKey("installation") || !rows.containsKey("journal")) {
            throw new BackupFailedException(
                    file + " holds no database of Propusk.", "Take another one; nothing else was looked at.");
        }
        KeyOfDatabase.require(empty, secrets);
        return new BackupContent(
                rows.size(), rows.values().stream().mapToLong(Long::longValue).sum());
    }
}
