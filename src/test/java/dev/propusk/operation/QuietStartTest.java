package dev.propusk.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.propusk.mariadb.EmbeddedMariaDb;
import dev.propusk.mariadb.ServerOfATest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What an operator reads, and what a first scrape finds: with a real process on a database of its own. */
class QuietStartTest {
    private static final Path FOLDER = Path.of("target", "quiet-start");
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int DOZEN = 12;
    private static final String CHANGED = "Running Changeset: ";
    private static final String READY = "is ready: open https://wifi.example.org";
    /** They need the database, and come every few seconds. */
    private static final List<String> FREQUENT =
            List.of("abandoned-closings", "clock", "disconnects", "expiry", "figures", "seals", "webhook-deliveries");

    private static final String AWAY = "The database does not answer";

    @BeforeEach
    void clear() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    void aStartIsADozenLinesAndADatabaseThatIsAwayIsOne() throws Exception {
        List<String> first;
        EmbeddedMariaDb server = database();
        try (RealProcess application = start("first.log", server)) {
            awaitReady(application);
            first = application.lines();
            assertThat(first.stream().filter(line -> !line.contains(CHANGED)))
                    .hasSizeLessThanOrEqualTo(DOZEN)
                    .noneMatch(line -> line.contains(" WARN ") && !line.contains("The first administrator"));
            assertThat(first.stream().filter(line -> line.contains(CHANGED))).hasSizeGreaterThan(40);
            assertThat(first.getLast()).contains(READY);
            assertThatAllIsThereAtTheFirstScrape(application.scrape());
            server.close();
            await().atMost(LONGEST).until(() -> application.says(AWAY));
            await().atMost(LONGEST).until(() -> haveMetItThrice(application.scrape()));
            List<String> since = new ArrayList<>(application
                    .lines()
                    .subList(first.size(), application.lines().size()));
            assertThat(since).singleElement().asString().contains(AWAY);
            assertThat(application.scrape()).contains("propusk_database_up 0.0", "propusk_sweep_lag_seconds NaN");
        } finally {
            server.close();
        }
        try (EmbeddedMariaDb database = database();
                RealProcess application = start("second.log", database)) {
            awaitReady(application);
            assertThat(application.lines())
                    .hasSizeLessThanOrEqualTo(DOZEN)
                    .noneMatch(line -> line.contains(CHANGED) || line.contains(" WARN "));
        }
    }

    private static boolean haveMetItThrice(String scraped) {
        return FREQUENT.stream()
                .allMatch(job -> Pattern.compile(
                                "propusk_job_failures_total\\{name=\"" + job + "\"} (?:[3-9]|\\d\\d+)\\.0")
                        .matcher(scraped)
                        .find());
    }

    private static void assertThatAllIsThereAtTheFirstScrape(String scraped) {
        for (String outcome : new String[] {"accepted", "failed", "unknown", "used", "ended", "contract-not-open"}) {
            assertThat(scraped).contains("propusk_activations_seconds_count{outcome=\"" + outcome + "\"} 0");
        }
        for (String source : new String[] {"gateway", "open-page"}) {
            assertThat(scraped).contains("propusk_guesses_refused_total{source=\"" + source + "\"} 0.0");
        }
        assertThat(scraped)
                .contains(
                        "propusk_build_info{",
                        "propusk_job_last_success_seconds{name=\"retention\"} NaN",
                        "propusk_job_since_worked_seconds{name=\"expiry\"}",
                        "propusk_seal_age_seconds ",
                        "propusk_backup_age_seconds ",
                        "propusk_tokens_unused ",
                        "propusk_clock_offset_seconds ",
                        "propusk_webhook_tries_total{outcome=\"given-up\"} 0.0",
                        "propusk_disconnects_total{outcome=\"refused\"} 0.0",
                        "propusk_disk_free_bytes ");
    }

    private static EmbeddedMariaDb database() {
        return ServerOfATest.in(FOLDER.resolve("database"));
    }

    private static RealProcess start(String log, EmbeddedMariaDb database) throws Exception {
        Path key = FOLDER.resolve("secret-key");
        if (!Files.exists(key)) {
            Files.writeString(key, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        }
        return RealProcess.start(
                FOLDER.resolve(log),
                List.of(
                        "--propusk.public-url=https://wifi.example.org",
                        "--propusk.data-dir=" + FOLDER.resolve("data"),
                        "--propusk.secret-key-file=" + key,
                        "--propusk.drain=0s",
                        // so that what is met while the database is away is met often, and soon
                        "--propusk.clock-interval=1s",
                        "--propusk.figures-interval=1s",
                        "--spring.datasource.hikari.connection-timeout=1000",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password()));
    }

    private static void awaitReady(RealProcess application) throws Exception {
        await().atMost(LONGEST).until(() -> application.says(READY) || !application.isAlive());
        assertThat(application.says(READY))
                .as(String.join("\n", application.lines()))
                .isTrue();
    }
}
