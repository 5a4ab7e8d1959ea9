package dev.propusk.base.mariadb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whom the server runs as: never root, where another user can reach its folder. */
enum ServerUser {
    /** The application's own user, who is not root. */
    OURS,
    /** {@code nobody}, because the application runs as root. */
    NOBODY,
    /** Root, because its folder can be reached by nobody else. */
    ROOT;

    private static final String NOBODY_ID = "65534";

    /** For a server that works in this folder. */
    static ServerUser of(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURS;
        }
        return runs(List.of("chown", NOBODY_ID + ":" + NOBODY_ID, folder.toString()))
                        && runs(NOBODY.command(List.of("test", "-x", folder.toString())))
                ? NOBODY
                : ROOT;
    }

    /** A command as this user runs it; it dies with the thread that started it. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        if (this == NOBODY) {
            whole.addAll(List.of("--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups"));
        }
        whole.addAll(command);
        if (this == ROOT && !command.getFirst().equals("test")) {
            whole.add("--user=root");
        }
        return whole;
    }

    private static boolean runs(List<String> command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
