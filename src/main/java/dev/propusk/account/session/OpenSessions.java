package dev.propusk.account.session;

import dev.propusk.data.InstantConverter;
import dev.propusk.panel.PanelSettings;
import dev.propusk.security.PanelSession;
import dev.propusk.security.SignInDetails;
import dev.propusk.work.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sessions as the database knows them: one ends when somebody says so, when nobody has done anything in it for
 * {@code propusk.panel.idle}, and when it is older than {@code propusk.panel.longest}, whatever its page sends by itself.
 */
@Component
public class OpenSessions {
    /** That somebody is at work is written down so often. */
    private static final Duration STEP = Duration.ofMinutes(1);
    /** The page counts more closely, and ends the session first. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration BY_HALF = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final PanelSettings settings;
    private final Clock clock;

    OpenSessions(JdbcClient jdbc, PanelSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A login as it stands behind a session.
     *
     * @param session null where it is in no list
     */
    public record Held(UUID account, int epoch, @Nullable UUID session) {}

    /** Those of these that are open, of logins that are enabled. */
    public Set<Held> open(Collection<UUID> sessions) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select a.id, a.epoch, s.id as session from panel_session s join account a on a.id = s.account_id
                        where s.id in (:sessions) and a.enabled and s.ended_at is null
                        and s.seen_at > :idle and s.began_at > :longest
                        """)
                .param("sessions", sessions)
                .param("idle", InstantConverter.toUtc(idleSince(now)))
                .param("longest", InstantConverter.toUtc(now.minus(settings.longest())))
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class), row.getInt("epoch"), row.getObject("session", UUID.class)))
                .set();
    }

    /** Whoever has given a password does the rest within half an hour. */
    public boolean isTooOldByHalf(PanelSession session) {
        return session.began() != null
                && session.began().isBefore(clock.instant().minus(BY_HALF));
    }

    /**
     * Somebody has wholly signed in.
     *
     * @param browser which one, on what system
     */
    public void begin(UUID account, SignInDetails details, String browser) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert ignore into panel_session (id, account_id, address, browser, began_at, seen_at)
                        values (:id, :account, :address, :browser, :now, :now)
                        """)
                .param("id", details.session())
                .param("account", account)
                .param("address", details.getRemoteAddress())
                .param("browser", browser)
                .param("now", InstantConverter.toUtc(now))
                .update();
        details.seen(now, STEP);
    }

    /** Somebody is at work in it. */
    public void seen(SignInDetails details) {
        Instant now = clock.instant();
        if (details.seen(now, STEP)) {
            jdbc.sql("update panel_session set seen_at = ? where id = ? and ended_at is null")
                    .params(InstantConverter.toUtc(now), details.session())
                    .update();
        }
    }

    /** The open ones of a login, the newest first. */
    List<Open> of(UUID account, @Nullable UUID here) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select s.id, s.address, s.browser, s.began_at, s.seen_at from panel_session s
                        where s.account_id = :account and s.ended_at is null
                        and s.seen_at > :idle and s.began_at > :longest
                        order by s.began_at desc
                        """)
                .param("account", account)
                .param("idle", InstantConverter.toUtc(idleSince(now)))
                .param("longest", InstantConverter.toUtc(now.minus(settings.longest())))
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("browser"),
                        InstantConverter.instant(row, "began_at"),
                        InstantConverter.instant(row, "seen_at"),
                        row.getObject("id", UUID.class).equals(here)))
                .list();
    }

    /** Whether it was open until now. */
    boolean end(UUID account, UUID session) {
        return jdbc.sql("update panel_session set ended_at = ? where id = ? and account_id = ? and ended_at is null")
                        .params(InstantConverter.toUtc(clock.instant()), session, account)
                        .update()
                > 0;
    }

    @Job(value = "panel-session-rows", every = "${propusk.account.forget-interval}", first = "10m")
    void forgetOld() {
        int forgotten;
        do {
            forgotten = jdbc.sql("delete from panel_session where seen_at < ? limit " + BATCH)
                    .param(InstantConverter.toUtc(
                            clock.instant().minus(settings.longest()).minus(KEPT)))
                    .update();
        } while (forgotten == BATCH);
    }

    private Instant idleSince(Instant now) {
        return now.minus(settings.idle()).minus(GRACE);
    }
}
