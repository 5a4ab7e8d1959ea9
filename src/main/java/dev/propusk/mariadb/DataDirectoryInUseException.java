package dev.propusk.mariadb;

import java.nio.file.Path;

/** Another running application holds the data directory. */
class DataDirectoryInUseException extends MariaDbException {
    private static final long serialVersionUID = 1;

    DataDirectoryInUseException(Path dataDirectory, String holder) {
        super(
                "The data directory " + dataDirectory + " is already in use by another running Propusk"
                        + (holder.isEmpty() ? "" : " (process " + holder + ")") + ".",
                "Stop the other one, or give this one a directory of its own with propusk.data-dir=…");
    }
}
