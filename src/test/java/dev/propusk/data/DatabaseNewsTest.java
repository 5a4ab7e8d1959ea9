package dev.propusk.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseNewsTest {
    private final RuntimeException away =
            new CannotGetJdbcConnectionException("no", new SQLException("Connection refused\nby 192.0.2.1"));

    private long now = 1;
    private final DatabaseNews news = new DatabaseNews(() -> now);

    @Test
    void aDatabaseThatIsAwayIsOneLineAMinuteWhoeverFindsOutAndOneWhenItIsBack(CapturedOutput log) {
        for (int second = 0; second < 150; second++) {
            assertThat(news.take(away)).isTrue();
            assertThat(news.take(new IllegalStateException(away))).isTrue();
            now += Duration.ofSeconds(1).toNanos();
        }
        news.isBack();
        news.isBack();
        assertThat(lines(log))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("for 0 s now: java.sql.SQLException: Connection refused"),
                        line -> assertThat(line).contains("for 60 s now"),
                        line -> assertThat(line).contains("for 120 s now"),
                        line -> assertThat(line).endsWith("answers again, after 150 s"));
    }

    @Test
    void whatAnAnsweringDatabaseRefusesIsLeftToWhoeverMetIt(CapturedOutput log) {
        assertThat(news.take(new DuplicateKeyException("two of one name"))).isFalse();
        assertThat(lines(log)).isEmpty();
    }

    private static List<String> lines(CapturedOutput log) {
        return log.toString()
                .lines()
                .filter(line -> line.contains("DatabaseNews"))
                .toList();
    }
}
