package dev.propusk.faults;

import static org.awaitility.Awaitility.await;

import dev.propusk.faults.ChildApplication.Ready;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** {@code kill -9}, of the application with its database, and of the database alone, while people and devices are at work. */
class KilledUnderLoadTest {
    private static final int KILLS = Integer.getInteger("faults.kills", 1);
    private static final int DATABASE_KILLS = Math.max(1, KILLS / 5);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Path DATA = FaultTable.FOLDER.resolve("killed");

    private final Answers answers = new Answers();
    private final List<String> broken = new ArrayList<>();

    @Test
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildApplication application = start()) {
                check(application.ready());
                application.go();
                untilSomeAreAnswered();
                application.kill();
            }
        }
        try (ChildApplication application = start()) {
            Ready ready = application.ready();
            check(ready);
            FaultTable.add("kill -9 of application and database under load", KILLS, answers, broken, "");
            killDatabases(application, ready);
        }
    }

    private void killDatabases(ChildApplication application, Ready ready) throws Exception {
        application.go();
        long server = ready.database();
        double longest = 0;
        for (int kill = 0; kill < DATABASE_KILLS; kill++) {
            untilSomeAreAnswered();
            long began = System.nanoTime();
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            untilSomeAreAnswered();
            longest = Math.max(longest, answers.longestGap(began, System.nanoTime()));
            server = newServer(server);
        }
        check(ready);
        String remark = "%.1f s without an answer at most, %d calls failed".formatted(longest, answers.failures());
        FaultTable.add("kill -9 of the database under load", DATABASE_KILLS, answers, broken, remark);
        backUpAndRestore(ready);
        application.stop();
    }

    /** While people and devices are at work, into the empty database of another application. */
    private void backUpAndRestore(Ready ready) throws Exception {
        Backup backup = new Backup(FaultTable.FOLDER.resolve("backup"));
        Answers before = new Answers();
        before.addAll(answers);
        backup.take(ready);
        Path data = FaultTable.FOLDER.resolve("restored");
        FileSystemUtils.deleteRecursively(data);
        try (ChildApplication restored =
                ChildApplication.start("restored", new Answers(), List.of("--propusk.data-dir=" + data))) {
            Ready empty = restored.ready();
            backup.load(empty);
            List<String> differences = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection(empty.url(), empty.user(), empty.password())) {
                differences.addAll(Invariants.broken(connection, before));
            }
            FaultTable.add("a backup under load, restored into an empty database", 1, before, differences, "");
        }
    }

    private ChildApplication start() throws Exception {
        return ChildApplication.start(
                "killed", answers, List.of("--propusk.data-dir=" + DATA, "--propusk.sweep-interval=500ms"));
    }

    private void untilSomeAreAnswered() {
        int enough = answers.count() + ThreadLocalRandom.current().nextInt(20, 400);
        await(answers.toString()).atMost(LONGEST).until(() -> answers.count() >= enough);
    }

    /** The keeper has started another one, on the same files. */
    private static long newServer(long old) {
        return await().atMost(LONGEST)
                .until(
                        () -> ProcessHandle.allProcesses()
                                .filter(process -> process.pid() != old)
                                .filter(process -> process.info()
                                        .commandLine()
                                        .orElse("")
                                        .contains(DATA.toAbsolutePath() + "/mariadb/data"))
                                .filter(process ->
                                        process.info().command().orElse("").endsWith("mariadbd"))
                                .findFirst()
                                .map(ProcessHandle::pid)
                                .orElse(0L),
                        pid -> pid != 0);
    }

    private void check(Ready ready) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ready.url(), ready.user(), ready.password())) {
            broken.addAll(Invariants.broken(connection, answers));
        }
    }
}
