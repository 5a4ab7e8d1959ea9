package dev.propusk.data;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** Machines whose clocks are not the database's. */
public final class WrongClocks {
    private WrongClocks() {}

    public static ClockOffset ahead(JdbcTemplate jdbc, Duration by) {
        return new ClockOffset(jdbc, () -> Instant.now().plus(by));
    }
}
