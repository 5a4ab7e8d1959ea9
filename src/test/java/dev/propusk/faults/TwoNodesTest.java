package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.faults.ChildApplication.Ready;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Two applications on one database, both running every job, and the wire of one of them cut and restored. */
class TwoNodesTest {
    private static final int ROUNDS = Math.min(10, Integer.getInteger("faults.kills", 3));
    private static final int CUTS = Math.max(1, Integer.getInteger("faults.kills", 3) / 5);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Path DATA = FaultTable.FOLDER.resolve("two-nodes");
    private static final List<String> JOBS =
            List.of("--propusk.sweep-interval=100ms", "--propusk.closed-contracts-interval=100ms");

    private final Answers first = new Answers();
    private final Answers second = new Answers();
    private final List<String> broken = new ArrayList<>();

    @Test
    void eachJobIsDoneOnceAndACutWireLosesNothing() throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        try (ChildApplication serving = start(first, "--propusk.data-dir=" + DATA)) {
            Ready ready = serving.ready();
            int port = Integer.parseInt(ready.url().replaceAll(".*:(\\d+)/.*", "$1"));
            try (TcpProxy wire = new TcpProxy(port);
                    ChildApplication other = start(
                            second,
                            "--propusk.data-dir=" + DATA.resolve("other"),
                            "--propusk.secret-key-file=" + DATA.resolve("secret.key"),
                            "--spring.datasource.url=" + ready.url().replace(":" + port, ":" + wire.port()),
                            "--spring.datasource.username=" + ready.user(),
                            "--spring.datasource.password=" + ready.password());
                    Connection connection = DriverManager.getConnection(ready.url(), ready.user(), ready.password())) {
                other.ready();
                serving.go();
                other.go();
                runJobsOnBoth(connection);
                cutAndRestore(connection, wire);
                serving.keepLog(FaultTable.FOLDER.resolve("serving.log"));
                other.stop();
                other.keepLog(FaultTable.FOLDER.resolve("other.log"));
            }
            serving.stop();
        }
    }

    private void runJobsOnBoth(Connection connection) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            untilAnswered(first, 50);
            untilAnswered(second, 50);
            inTransaction(connection, """
                    update token set expires_at = utc_timestamp(6) - interval 1 second
                    where state = 'ACTIVE' and days is not null and expires_at > utc_timestamp() limit 30
                    """);
            abandonOneEnd(connection);
        }
        inTransaction(
                connection, "update contract set status = 'CLOSED', closed_at = utc_timestamp(6) where slug = 'two-2'");
        await().atMost(LONGEST).until(() -> number(connection, """
                        select (select count(*) from token where state = 'ACTIVE' and expires_at <= utc_timestamp(6))
                            + (select count(*) from token t join contract c on c.id = t.contract_id
                               where c.status = 'CLOSED' and t.state in ('UNUSED', 'ACTIVE'))
                            + (select count(*) from code_closing where requested_at < utc_timestamp() - interval 30 second)
                        """) == 0);
        broken.addAll(Invariants.broken(connection, first));
        broken.addAll(Invariants.broken(connection, second));
        broken.addAll(expiredTwice(connection));
        FaultTable.add("two applications running every job on one database", ROUNDS, both(), broken, "");
    }

    /** As if a node had died just after it began to end a code. */
    private static void abandonOneEnd(Connection connection) throws SQLException {
        inTransaction(
                connection, """
                insert ignore into code_closing (code, contract_id, token_id, annulment, devices, deleting, requested_at)
                select code, contract_id, token_id, 'BY_HAND', 1, 0, utc_timestamp(6) - interval 1 minute
                from open_code where not closing limit 1
                """, "update open_code set closing = 1 where code in (select code from code_closing)");
    }

    private void cutAndRestore(Connection connection, TcpProxy wire) throws Exception {
        int failures = second.failures();
        for (int cut = 0; cut < CUTS; cut++) {
            untilAnswered(second, 50);
            int failed = second.failures();
            wire.cut();
            await().atMost(LONGEST).until(() -> second.failures() > failed + 3);
            untilAnswered(first, 20);
            wire.restore();
            untilAnswered(second, 50);
        }
        broken.addAll(Invariants.broken(connection, second));
        String remark = "%d calls failed meanwhile".formatted(second.failures() - failures);
        FaultTable.add("the wire to the database cut and restored", CUTS, second, broken, remark);
    }

    private static List<String> expiredTwice(Connection connection) throws SQLException {
        List<String> tokens = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select json_value(details, '$.count'), details from journal where action = 'token.expired'")) {
            while (rows.next()) {
                Stream.of(rows.getString(2).replaceAll(".*\\[|].*|\"", "").split(","))
                        .forEach(tokens::add);
            }
        }
        assertThat(tokens).as("expired tokens").isNotEmpty();
        return tokens.stream().distinct().count() == tokens.size()
                ? List.of()
                : List.of("an end was written down twice in the journal");
    }

    private Answers both() {
        Answers both = new Answers();
        both.addAll(first);
        both.addAll(second);
        return both;
    }

    private static ChildApplication start(Answers answers, String... properties) throws Exception {
        return ChildApplication.start(
                "two",
                answers,
                Stream.concat(JOBS.stream(), Stream.of(properties)).toList());
    }

    private static void untilAnswered(Answers answers, int more) {
        int enough = answers.count() + more;
        await(answers.toString()).atMost(LONGEST).until(() -> answers.count() >= enough);
    }

    /** What the test itself changes may be the one that gives way to the applications; then again. */
    private static void inTransaction(Connection connection, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        for (boolean done = false; !done; ) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                connection.commit();
                done = true;
            } catch (SQLTransactionRollbackException _) {
                connection.rollback();
            }
        }
        connection.setAutoCommit(true);
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
