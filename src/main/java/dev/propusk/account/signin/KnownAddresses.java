package dev.propusk.account.signin;

import dev.propusk.data.InstantConverter;
import dev.propusk.security.LoginName;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From where each login has signed in: failures from elsewhere do not keep it out there, those from there do. It is personal
 * data, and forgotten half a year after the last time.
 */
@Component
class KnownAddresses {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownAddresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isKnown(LoginName login, String site) {
        return jdbc.sql("""
                        select exists (select 1 from account_address known join account a on a.id = known.account_id
                        where a.username = ? and known.address = ?)
                        """).params(login.value(), site).query(Boolean.class).single();
    }

    void remember(UUID account, String site) {
        jdbc.sql("""
                        insert into account_address (account_id, address, last_at) values (?, ?, ?)
                        on duplicate key update last_at = values(last_at)
                        """)
                .params(account, site, InstantConverter.toUtc(clock.instant()))
                .update();
    }

    @Job(value = "account-addresses", every = "${propusk.account.forget-interval}", first = "10m")
    void forgetOld() {
        int forgotten;
        do {
            forgotten = jdbc.sql("delete from account_address where last_at < ? limit " + BATCH)
                    .param(InstantConverter.toUtc(clock.instant().minus(KEPT)))
                    .update();
        } while (forgotten == BATCH);
    }
}
