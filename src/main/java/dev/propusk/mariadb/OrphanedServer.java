package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived its application; it would keep the files from the next one. */
final class OrphanedServer {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int SECONDS_TO_STOP = 30;

    private OrphanedServer() {}

    /** Stops the server that the pid file names, if that process really serves this data. Whoever calls holds the lock. */
    static void stop(ServerFiles files) throws IOException {
        Optional<ProcessHandle> orphan = processIn(files.pid()).filter(process -> serves(process, files.data()));
        if (orphan.isPresent()) {
            LOG.warn(
                    "Stopping the MariaDB server {} that an earlier run left behind",
                    orphan.get().pid());
            orphan.get().destroy();
            if (!endsInTime(orphan.get())) {
                orphan.get().destroyForcibly();
                endsInTime(orphan.get());
            }
        }
        Files.deleteIfExists(files.pid());
    }

    private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
        String pid = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
        return pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    private static boolean serves(ProcessHandle process, Path data) {
        String option = MariaDbServer.dataOption(data);
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(option))
                .orElseGet(() -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(option))
                        .isPresent());
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }
}
