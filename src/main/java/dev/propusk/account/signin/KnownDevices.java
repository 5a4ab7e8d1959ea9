package dev.propusk.account.signin;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.LoginName;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The browsers that each login has wholly signed in from: strangers' failures do not keep it out there, wherever they come
 * from. One is forgotten half a year
 * after the last time.
 */
@Component
class KnownDevices {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** This device, if the login has signed in from it. */
    Optional<UUID> ofLogin(LoginName login, Optional<UUID> device) {
        return device.filter(id ->
                jdbc.sql("""
                        select exists (select 1 from account_device known join account a on a.id = known.account_id
                        where a.username = ? and known.device = ?)
                        """).params(login.value(), id).query(Boolean.class).single());
    }

    /** When the login signed in from it the last time; empty: never. */
    Optional<Instant> last(UUID account, UUID device) {
        return jdbc.sql("select last_at from account_device where account_id = ? and device = ?")
                .params(account, device)
                .query((row, number) -> InstantConverter.instant(row, "last_at"))
                .optional();
    }

    /** @param browser which one, on what system */
    void remember(UUID account, UUID device, String browser) {
        jdbc.sql("""
                        insert into account_device (account_id, device, browser, first_at, last_at)
                        values (:account, :device, :browser, :now, :now)
                        on duplicate key update browser = values(browser), last_at = values(last_at)
                        """)
                .param("account", account)
                .param("device", device)
                .param("browser", browser)
                .param("now", InstantConverter.toUtc(clock.instant()))
                .update();
    }

    @Job(value = "account-devices", every = "${propusk.account.forget-interval}", first = "10m")
    void forgetOld() {
        int forgotten;
        do {
            forgotten = jdbc.sql("delete from account_device where last_at < ? limit " + BATCH)
                    .param(InstantConverter.toUtc(clock.instant().minus(KEPT)))
                    .update();
        } while (forgotten == BATCH);
    }
}
