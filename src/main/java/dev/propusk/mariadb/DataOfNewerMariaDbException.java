package dev.propusk.mariadb;

import java.nio.file.Path;

/** The files were written by a newer server than any that is here. */
class DataOfNewerMariaDbException extends MariaDbException {
    private static final long serialVersionUID = 1;

    DataOfNewerMariaDbException(Path files, MariaDbVersion writer, String found) {
        super(
                "The database in " + files + " was written by " + writer + ", and no server here can open it: " + found
                        + ".",
                "Install MariaDB " + writer.major() + "." + writer.minor()
                        + " or newer, or use another directory with propusk.data-dir=…");
    }
}
