package dev.propusk.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.propusk.PropuskTest;
import dev.propusk.TestBrowser;
import dev.propusk.TestContracts;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Support's lookup over a million activations. Filling takes two or three minutes, so that it runs only when asked for:
 * {@code ./mvnw test -Dtest=MillionActivationsCheck -Dtest.buffer-pool=512M}.
 */
@PropuskTest
class MillionActivationsCheck {
    private static final Logger log = LoggerFactory.getLogger(MillionActivationsCheck.class);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int PARTS = 50;
    private static final Duration GOAL = Duration.ofSeconds(1);

    @Autowired
    TestContracts contracts;

    @Autowired
    Lookup lookup;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void isAnsweredInUnderASecondByEveryClueAndInTheView() {
        fill();
        PanelUser support = contracts.user(contracts.support());
        Map<String, List<Question>> questions = new LinkedHashMap<>();
        LocalDateTime day = LocalDateTime.now(MOSCOW).minusDays(200);
        questions.put("MAC", sample("hex(mac)", null, null));
        questions.put("first 5 bytes", sample("left(hex(mac), 10)", null, null));
        questions.put("last 3 bytes", sample("right(hex(mac), 6)", null, null));
        questions.put("code", sample("code", null, null));
        questions.put("contract, an hour 200 days ago", numbers(day, day.plusHours(1)));
        questions.forEach((clue, all) -> {
            List<Long> micros = new ArrayList<>();
            for (Question question : all) {
                long start = System.nanoTime();
                ActingAs.user(support, () -> lookup.ask(question));
                micros.add((System.nanoTime() - start) / 1_000);
            }
            Collections.sort(micros);
            log.info(
                    "Lookup by {} over 1 million: median {} ms, p95 {} ms, worst {} ms",
                    clue,
                    micros.get(micros.size() / 2) / 1_000.0,
                    micros.get(micros.size() * 95 / 100) / 1_000.0,
                    micros.getLast() / 1_000.0);
            assertThat(Duration.ofNanos(micros.getLast() * 1_000)).as(clue).isLessThan(GOAL);
        });
        inTheView(support.getUsername(), questions.get("MAC"));
    }

    private void inTheView(String login, List<Question> questions) {
        try (TestBrowser browser = new TestBrowser();
                BrowserContext context = browser.context("ru-RU", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + port + "/login");
            TestBrowser.enter(page, login, TestContracts.PASSWORD);
            page.waitForURL(url -> !url.contains("/login"));
            page.getByLabel("Основание").fill("№ 17");
            List<Long> millis = new ArrayList<>();
            for (Question question : questions.subList(0, 12)) {
                String mac = question.text().replaceAll("(..)(?!$)", "$1:");
                page.getByLabel("Что ищем").fill(mac);
                long start = System.nanoTime();
                page.keyboard().press("Enter");
                assertThat(page.locator(".answer")).containsText(mac);
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            Collections.sort(millis);
            log.info("From Enter to the answer in the browser: {} ms", millis);
            assertThat(Duration.ofMillis(millis.get(millis.size() * 9 / 10))).isLessThan(GOAL);
        }
    }

    private void fill() {
        jdbc.sql("""
                        insert ignore into contract (id, number, name, slug, ssid, zone, status, opened_at)
                        select uuid(), concat('M', seq), 'Million', concat('million-', seq), 'Million', 'Europe/Moscow',
                            'OPEN', utc_timestamp()
                        from seq_0_to_999
                        """).update();
        for (int part = 0; part < PARTS; part++) {
            jdbc.sql("""
                            insert ignore into token (id, contract_id, code, reuse, days, state, generated_at, generated_by,
                                mac, activated_at, expires_at, annulled_at, annulment)
                            select concat('01900000-0000-7000-8000-', lpad(hex(s.seq), 12, '0')), c.id,
                                concat('100', lpad(s.seq * 7, 9, '0')), 'SINGLE_USE', 1, 'ANNULLED',
                                utc_timestamp() - interval s.seq * 90 second, 'million',
                                unhex(concat('AC', lpad(hex(mod(s.seq * 2654435761, 1099511627776)), 10, '0'))),
                                utc_timestamp() - interval s.seq * 90 second,
                                utc_timestamp() - interval cast(s.seq * 90 as signed) - 86400 second,
                                utc_timestamp() - interval cast(s.seq * 90 as signed) - 86400 second, 'EXPIRED'
                            from (select seq + :from as seq from seq_1_to_20000) s join contract c
                                on c.number = convert(concat('M', mod(s.seq, 1000)) using ascii) collate ascii_bin
                            """).param("from", part * 20_000).update();
        }
        jdbc.sql("analyze table token").query().listOfRows();
    }

    private List<Question> sample(String expression, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        long offset = ThreadLocalRandom.current().nextLong(1, 990_000);
        return jdbc
                .sql("select " + expression + " from token where generated_by = 'million' and id > concat("
                        + "'01900000-0000-7000-8000-', lpad(hex(" + offset + "), 12, '0')) order by id limit 50")
                .query(String.class)
                .stream()
                .map(text -> new Question(text, null, from, to, MOSCOW, "№ 17"))
                .toList();
    }

    private static List<Question> numbers(LocalDateTime from, LocalDateTime to) {
        return ThreadLocalRandom.current()
                .ints(50, 0, 1_000)
                .mapToObj(number -> new Question("M" + number, null, from, to, MOSCOW, "№ 17"))
                .toList();
    }
}
