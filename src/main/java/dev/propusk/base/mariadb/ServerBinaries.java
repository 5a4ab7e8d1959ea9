package dev.propusk.base.mariadb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server that can be started here.
 *
 * @param mariadbd the server
 * @param installer the script that makes an empty database
 * @param home where the server's own files are, if it would not find them by itself
 */
record ServerBinaries(
        Path mariadbd, Path installer, @Nullable Path home, MariaDbVersion version) {
    /** How to call the server, without the user's and the machine's configuration files. */
    List<String> server() {
        List<String> command = new ArrayList<>(List.of(mariadbd.toString(), "--no-defaults"));
        if (home != null) {
            command.add("--basedir=" + home);
            command.add("--lc-messages-dir=" + home.resolve("share"));
        }
        return command;
    }

    /** How to make an empty database where root comes in by the socket alone, and nobody else does. */
    List<String> install(Path data) {
        List<String> command = new ArrayList<>(List.of(installer.toString(), "--no-defaults"));
        if (home != null) {
            command.add("--basedir=" + home);
        }
        command.addAll(List.of(
                "--force",
                "--datadir=" + data,
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=root",
                "--skip-test-db"));
        return command;
    }
}
