package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.faults.ChildApplication.Ready;
import dev.propusk.mariadb.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A table is dropped; a backup from before, and the binary log since, bring back all that was there a moment before. */
class PointInTimeTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Path FOLDER = FaultTable.FOLDER.resolve("point-in-time");

    private final Answers answers = new Answers();

    @Test
    void whatWasThereAMomentBeforeIsThereAgain() throws Exception {
        Assumptions.assumeTrue(Files.exists(Backup.BINARY_LOG_READER));
        Backup backup = new Backup(FOLDER.resolve("backup"));
        try (OwnServer server = OwnServer.startIn(FOLDER.resolve("server"));
                OwnServer another = OwnServer.startIn(FOLDER.resolve("another"))) {
            Instant moment = workAndBackUp(server, backup);
            server.execute("drop table token_code");
            server.execute("delete from journal");

            backup.load(ready(another));
            backup.goOn(server::log, moment, ready(another));
            try (Connection connection = another.connect()) {
                List<String> broken = Invariants.broken(connection, answers);
                FaultTable.add("a table dropped, brought back to the moment before", 1, answers, broken, "");
            }
        }
    }

    /** The backup is taken in the middle of it. */
    private Instant workAndBackUp(OwnServer server, Backup backup) throws Exception {
        Path key = FOLDER.resolve("secret.key");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        try (ChildApplication application = ChildApplication.start(
                "point",
                answers,
                List.of(
                        "--spring.datasource.url=" + server.url(),
                        "--spring.datasource.username=" + OwnServer.USER,
                        "--spring.datasource.password=" + OwnServer.PASSWORD,
                        "--propusk.secret-key-file=" + key))) {
            application.ready();
            application.go();
            untilAnswered(200);
            int before = answers.count();
            backup.take(ready(server), "--master-data=2");
            untilAnswered(200);
            assertThat(answers.count()).isGreaterThan(before);
            application.stop();
        }
        // the log tells seconds apart
        Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        await().until(() -> Instant.now().isAfter(moment));
        return moment;
    }

    private void untilAnswered(int more) {
        int enough = answers.count() + more;
        await(answers.toString()).atMost(LONGEST).until(() -> answers.count() >= enough);
    }

    private static Ready ready(OwnServer server) {
        return new Ready(server.url(), OwnServer.USER, OwnServer.PASSWORD, 0);
    }
}
