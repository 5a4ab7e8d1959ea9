package dev.propusk.mariadb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server that can be started here.
 *
 * @param mariadbd the server
 * @param scripts the folder of the statements that make its system tables
 * @param home where the server's own files are, if it would not find them by itself
 */
record ServerBinaries(Path mariadbd, Path scripts, @Nullable Path home, MariaDbVersion version) {
    private static final String SYSTEM_TABLES = "system_tables.sql";

    /** How to call the server, without the user's and the machine's configuration files. */
    List<String> server() {
        List<String> command = new ArrayList<>(List.of(mariadbd.toString(), "--no-defaults"));
        if (home != null) {
            command.add("--basedir=" + home);
            command.add("--lc-messages-dir=" + home.resolve("share"));
        }
        return command;
    }

    /** A script of the server's, which is called by one name before version 11 and by another since. */
    Path script(String name) {
        return script(scripts, name);
    }

    static boolean hasScripts(Path folder) {
        return Files.isReadable(script(folder, SYSTEM_TABLES));
    }

    private static Path script(Path folder, String name) {
        Path current = folder.resolve("mariadb_" + name);
        return Files.exists(current) ? current : folder.resolve("mysql_" + name);
    }
}
