package dev.propusk.command.check;

import dev.propusk.base.MachineClock;
import dev.propusk.data.ClockOffset;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Whether this machine's clock and the database's say the same. */
final class Clocks implements DatabaseCheck {
    private static final String NAME = "clock";

    private final MachineClock clock;

    Clocks(MachineClock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> findings(Connection connection) throws SQLException {
        return List.of(finding(ClockOffset.measure(connection, clock)));
    }

    private static Finding finding(Duration offset) {
        String says = "This machine's clock is " + offset.abs().toSeconds() + " s "
                + (offset.isNegative() ? "behind" : "ahead of") + " the database's.";
        String remedy = "Let both be set by NTP (timedatectl set-ntp true): tokens end by this clock.";
        if (offset.abs().compareTo(ClockOffset.TOO_FAR) > 0) {
            return Finding.failure(NAME, says, remedy);
        }
        return offset.abs().compareTo(ClockOffset.NOTABLE) > 0
                ? Finding.warning(NAME, says, remedy)
                : Finding.ok(NAME, "This machine's clock and the database's agree.");
    }
}
