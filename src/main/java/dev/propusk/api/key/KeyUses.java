package dev.propusk.api.key;

import dev.propusk.base.BoundedMap;
import dev.propusk.data.DatabaseNews;
import dev.propusk.data.InstantConverter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes when a key was last used: at most once a minute and beside the call, which never waits for it. Where the database
 * is too busy the note is dropped; the next call brings another.
 */
@Component
class KeyUses implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(KeyUses.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 1_000;
    private static final int REMEMBERED = 100_000;

    private final JdbcClient jdbc;
    private final DatabaseNews news;
    private final Clock clock;
    private final BoundedMap<UUID, Instant> noted = new BoundedMap<>(REMEMBERED);
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("key-uses-", 0).daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    KeyUses(JdbcClient jdbc, DatabaseNews news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.clock = clock;
    }

    void note(UUID key) {
        Instant now = clock.instant();
        if (noted.get(key).filter(before -> before.plus(PAUSE).isAfter(now)).isEmpty()) {
            noted.put(key, now);
            writer.execute(() -> write(key, now));
        }
    }

    private void write(UUID key, Instant now) {
        try {
            jdbc.sql("""
                            update api_key set last_used_at = :now
                            where id = :key and (last_used_at is null or last_used_at < :now)
                            """)
                    .param("now", InstantConverter.toUtc(now))
                    .param("key", key)
                    .update();
        } catch (DataAccessException e) {
            if (!news.take(e)) {
                log.error("The use of a key could not be noted", e);
            }
        }
    }

    @Override
    public void destroy() {
        writer.shutdownNow();
    }
}
