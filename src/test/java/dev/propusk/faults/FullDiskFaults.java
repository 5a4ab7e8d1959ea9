package dev.propusk.faults;

import static org.awaitility.Awaitility.await;

import dev.propusk.faults.ChildApplication.Ready;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk that is full, on a small file system in memory: it takes root to mount one. */
class FullDiskFaults {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Path DISK = FaultTable.FOLDER.resolve("disk");
    private static final int ROUNDS = Integer.getInteger("faults.disks", 3);

    private final Answers answers = new Answers();
    private final List<String> broken = new ArrayList<>();

    @Test
    void whatWasAcknowledgedIsThereWhenThereIsRoomAgain() throws Exception {
        Files.createDirectories(DISK);
        run("mount", "-t", "tmpfs", "-o", "size=320m,mode=711", "tmpfs", DISK.toString());
        try (ChildApplication application =
                ChildApplication.start("disk", answers, List.of("--propusk.data-dir=" + DISK.resolve("data")))) {
            fillAndFree(application);
            String remark = "%d calls failed meanwhile".formatted(answers.failures());
            try (ChildApplication again =
                    ChildApplication.start("disk", answers, List.of("--propusk.data-dir=" + DISK.resolve("data")))) {
                check(again.ready());
                FaultTable.add("a full disk for the database", ROUNDS, answers, broken, remark);
            }
        } finally {
            run("umount", "-l", DISK.toString());
        }
    }

    /** Why it did not come back, if it did not, stands in its log. */
    private void fillAndFree(ChildApplication application) throws Exception {
        try {
            application.ready();
            application.go();
            for (int round = 0; round < ROUNDS; round++) {
                untilAnswered(100);
                Path filler = fill();
                int failures = answers.failures();
                await(answers.toString()).atMost(LONGEST).until(() -> answers.failures() > failures + 10);
                Files.delete(filler);
                untilAnswered(100);
            }
            application.stop();
        } finally {
            application.keepLog(FaultTable.FOLDER.resolve("disk.log"));
        }
    }

    /** Writes until nothing more fits. */
    private static Path fill() throws IOException {
        Path filler = DISK.resolve("filler");
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private void check(Ready ready) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ready.url(), ready.user(), ready.password())) {
            broken.addAll(Invariants.broken(connection, answers));
        }
    }

    private void untilAnswered(int more) {
        int enough = answers.count() + more;
        await(answers.toString()).atMost(LONGEST).until(() -> answers.count() >= enough);
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
